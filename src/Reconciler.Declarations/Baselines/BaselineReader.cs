using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Baselines;

/// <summary>Reads the baseline of a workspace: a file at its root, which most have not. What of it is sound counts, whatever else is wrong.</summary>
public static partial class BaselineReader
{
    public const string FileName = "baseline.yaml";

    /// <summary>Reads it for the tenant that a workspace in a folder was loaded for.</summary>
    public static BaselineResult Read(string folder, LoadResult loaded)
    {
        if (loaded.Workspace is null || !Path.Exists(Path.Combine(folder, FileName)))
        {
            return BaselineResult.None;
        }

        var findings = new Findings();
        var content = FileContent.Read(Path.GetFullPath(folder), FileName, findings);
        var text = content is null ? null : Utf8Text.Decode(FileName, content, findings);
        return text is null ? BaselineResult.None with { Diagnostics = findings.InOrder() } : Read(text, loaded, findings);
    }

    /// <summary>The same of a text that is in no file.</summary>
    public static BaselineResult Of(string text, LoadResult loaded) => Read(text, loaded, new Findings());

    private static BaselineResult Read(string text, LoadResult loaded, Findings findings)
    {
        var documents = YamlReader.Read(FileName, text, findings);
        ImmutableArray<KnownFinding> known = [];
        if (documents is [YamlNode.Mapping mapping])
        {
            known = [.. Known(mapping, loaded, findings)];
        }
        else if (!findings.AnyErrors)
        {
            findings.Add(LoadDiagnostics.WrongType(
                documents.IsEmpty ? new YamlNode.Scalar(new SourceSpan(FileName, 1, 1), "", IsQuoted: false) : documents[^1],
                "one document, a mapping with `version` and `findings`"));
        }

        return new BaselineResult(new Baseline { Findings = [.. known] })
        {
            Diagnostics = findings.InOrder(),
            Texts = ImmutableDictionary<string, string>.Empty.Add(FileName, text),
        };
    }

    private static IEnumerable<KnownFinding> Known(YamlNode.Mapping mapping, LoadResult loaded, Findings findings)
    {
        var shape = BaselineFields.Shape;
        var keys = Keys.Of(mapping, ShapeKeys.Known(shape), ShapeKeys.Later(shape), findings);
        var shapes = new ShapeReader(findings, TimeZoneInfo.Utc, new Trail());
        shapes.Each(shape.Fields.Where(field => field.Key != BaselineFields.Findings || keys.Find(field.Key)?.Value is not YamlNode.Sequence), keys, shape.Blank(), TrailPath.NewRoot(), shape.Noun, WriteValue.OrTakeOut);
        var first = new Dictionary<(string, EntityKey), SourceSpan>();
        foreach (var item in keys.Find(BaselineFields.Findings)?.Value is YamlNode.Sequence written ? written.Items : [])
        {
            if (shapes.Read(BaselineFields.Finding, Literal(item, findings), TrailPath.NewRoot(), Whose.Item(BaselineFields.Finding.Noun), WriteValue.Always) is KnownFindingYaml yaml
                && item is YamlNode.Mapping entry && Finding(yaml, entry, loaded, findings) is { } known)
            {
                if (first.TryAdd((known.Code, known.Target), item.Where))
                {
                    yield return known;
                }
                else
                {
                    findings.Add(LoadDiagnostics.ItemTwice(item.Where, BaselineFields.Finding.Noun, first[(known.Code, known.Target)]));
                }
            }
        }
    }

    /// <summary>Null where it names nothing, and a finding says so, or where it is for other tenants.</summary>
    private static KnownFinding? Finding(KnownFindingYaml yaml, YamlNode.Mapping entry, LoadResult loaded, Findings findings)
    {
        SourceSpan At(string key) => (entry.Find(key) ?? entry).Where;
        var isCode = Knowable().IsMatch(yaml.Code);
        if (!isCode)
        {
            findings.Add(CheckDiagnostics.NeverKnown(At("code"), yaml.Code));
        }

        string[] tenants = [.. loaded.Workspace?.Tenants.Select(tenant => tenant.Name) ?? []];
        foreach (var (name, item) in yaml.Only.Zip(entry.Find(OnlyReader.Key) is YamlNode.Sequence only ? only.Items : []).Where(pair => !tenants.Contains(pair.First)))
        {
            findings.Add(LoadDiagnostics.UnknownTenant(item.Where, name, tenants));
        }

        return TargetReader.KeyOf(yaml.Target, entry.Find("target"), At("target"), findings) is { } target && isCode
            && (yaml.Only.IsEmpty || loaded.Tenant is null || yaml.Only.Contains(loaded.Tenant))
                ? new KnownFinding(yaml.Code, target, yaml.Times) { Where = entry.Where }
                : null;
    }

    /// <summary>Text as it is meant: a name that holds what looks like a variable is escaped as it is in a policy file. Variables themselves can't stand here.</summary>
    private static YamlNode Literal(YamlNode node, Findings findings)
    {
        switch (node)
        {
            case YamlNode.Scalar scalar when scalar.Text.Contains("$(", StringComparison.Ordinal):
                if (ScalarReader.Variables().IsMatch(scalar.Text))
                {
                    findings.Add(LoadDiagnostics.Variable(scalar.Where));
                }

                return scalar with { Text = scalar.Text.Replace("$$(", "$(", StringComparison.Ordinal) };
            case YamlNode.Sequence sequence:
                return sequence with { Items = [.. sequence.Items.Select(item => Literal(item, findings))] };
            case YamlNode.Mapping mapping:
                return mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = Literal(entry.Value, findings) })] };
            default:
                return node;
        }
    }

    [GeneratedRegex(@"^RCN[14][0-9]{2}\z", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Knowable();
}
