using System.Security;
using System.Text.RegularExpressions;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Workspaces;

/// <summary>Reads <c>reconciler.yaml</c>. What is wrong takes its default, so that the policy files are looked at all the same.</summary>
internal sealed partial class WorkspaceReader(Findings findings)
{
    public const string FileName = "reconciler.yaml";

    private readonly ShapeReader _shapes = new(findings, TimeZoneInfo.Utc, new Trail());

    /// <summary>The workspace, and where each pattern stands that was written; null where the file is no YAML mapping.</summary>
    public ReadWorkspace? Read(string folder, string text)
    {
        var before = new Findings();
        var documents = YamlReader.Read(FileName, text, before);
        findings.AddRange(before);
        if (before.AnyErrors && documents.IsEmpty)
        {
            return null;
        }

        if (documents is not [YamlNode.Mapping mapping])
        {
            findings.Add(LoadDiagnostics.WrongType(
                documents.IsEmpty ? new YamlNode.Scalar(new SourceSpan(FileName, 1, 1), "", IsQuoted: false) : documents[^1],
                "one document, a mapping with `version` and `tenants`"));
            return null;
        }

        return Read(folder, mapping);
    }

    private ReadWorkspace Read(string folder, YamlNode.Mapping mapping)
    {
        var shape = WorkspaceFields.Shape;
        var keys = Keys.Of(mapping, ShapeKeys.Known(shape), ShapeKeys.Later(shape), findings);
        RefuseVariables(mapping);
        var yaml = (WorkspaceYaml)_shapes.Each(
            shape.Fields.Where(field => field.Key != WorkspaceFields.Tenants), keys, shape.Blank(), TrailPath.NewRoot(), shape.Noun, WriteValue.OrTakeOut);

        var reader = new TenantsReader(findings, _shapes);
        var tenants = keys.Find(WorkspaceFields.Tenants) is { } written ? reader.Read(written.Value) : [];
        var patterns = Patterns(yaml, keys);
        var plain = new Workspace { Folder = folder };
        return new ReadWorkspace(
            plain with
            {
                TimeZone = TimeZone(yaml, keys) ?? plain.TimeZone,
                Files = patterns?.Select(pattern => pattern.Text).ToEquatableArray() ?? plain.Files,
                Tenants = tenants,
                DefaultTenant = DefaultTenant(yaml, keys, tenants),
                Scope = Scope(yaml, keys) ?? plain.Scope,
                Budgets = new BudgetLimits(yaml.Budgets.Deletes.Count, yaml.Budgets.Removals.Count),
            },
            patterns ?? ReadWorkspace.Of(plain).Patterns)
        {
            Variables = reader.Variables,
        };
    }

    private TimeZoneInfo? TimeZone(WorkspaceYaml yaml, Keys keys)
    {
        if (!yaml.TimeZone.IsWritten || keys.Find("timeZone") is not { } entry)
        {
            return null;
        }

        // A name of the database and nothing else: it is looked for as a path below a system folder.
        var name = yaml.TimeZone.Value;
        if (ZoneName().IsMatch(name) && Find(name) is { } zone)
        {
            return zone;
        }

        var nearest = Nearest.To(name, TimeZoneInfo.GetSystemTimeZones().Select(known => known.Id));
        findings.Add(LoadDiagnostics.UnknownTimeZone(entry.Value.Where, name, nearest));
        return null;
    }

    private static TimeZoneInfo? Find(string name)
    {
        try
        {
            return TimeZoneInfo.FindSystemTimeZoneById(name);
        }
        catch (Exception unknown) when (unknown is TimeZoneNotFoundException or InvalidTimeZoneException or SecurityException or IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }

    private List<(string Text, SourceSpan? Where)>? Patterns(WorkspaceYaml yaml, Keys keys)
    {
        if (!yaml.Files.IsWritten || keys.Find("files")?.Value is not YamlNode.Sequence written)
        {
            return null;
        }

        var patterns = new List<(string, SourceSpan?)>();
        foreach (var item in written.Items.OfType<YamlNode.Scalar>())
        {
            if (FilePattern.Problem(item.Text) is { } problem)
            {
                findings.Add(LoadDiagnostics.PatternRefused(item.Where, item.Text, problem));
            }
            else
            {
                patterns.Add((item.Text, item.Where));
            }
        }

        return patterns;
    }

    private string? DefaultTenant(WorkspaceYaml yaml, Keys keys, EquatableArray<TenantSettings> tenants)
    {
        if (!yaml.DefaultTenant.IsWritten || keys.Find("defaultTenant") is not { } entry)
        {
            return null;
        }

        var name = yaml.DefaultTenant.Value;
        if (tenants.FirstOrDefault(tenant => tenant.Name == name) is { } tenant)
        {
            return tenant.Name;
        }

        findings.Add(LoadDiagnostics.UnknownTenant(entry.Value.Where, name, [.. tenants.Select(known => known.Name)]));
        return null;
    }

    private Scope? Scope(WorkspaceYaml yaml, Keys keys)
    {
        if (!yaml.Scope.IsWritten || keys.Find("scope") is not { } entry)
        {
            return null;
        }

        if (yaml.Scope.Value == new Scope())
        {
            findings.Add(LoadDiagnostics.EmptyScope(entry.Value.Where));
        }

        return yaml.Scope.Value;
    }

    /// <summary>A value that is not replaced would be taken as it is written: as the name of a file, say.</summary>
    private void RefuseVariables(YamlNode node)
    {
        if (node is YamlNode.Scalar scalar && ScalarReader.Variables().IsMatch(scalar.Text))
        {
            findings.Add(LoadDiagnostics.Variable(scalar.Where));
        }

        foreach (var inner in node is YamlNode.Sequence sequence ? sequence.Items : [])
        {
            RefuseVariables(inner);
        }

        foreach (var entry in node is YamlNode.Mapping mapping ? mapping.Entries : [])
        {
            // What variables stand for is looked at where they are read.
            if (entry.Key.Text != TenantFields.Variables)
            {
                RefuseVariables(entry.Value);
            }
        }
    }

    [GeneratedRegex(@"^[A-Za-z0-9_+\-]{1,32}(/[A-Za-z0-9_+\-]{1,32}){0,2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneName();
}
