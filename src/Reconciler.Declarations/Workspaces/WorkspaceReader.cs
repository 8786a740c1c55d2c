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

    private static readonly Shape.Text NameShape = new(ScalarReader.LongestName, MayBeEmpty: false);

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
        var keys = Keys.Of(mapping, ["version", "timeZone", "files", "scope", "tenants", "defaultTenant", "budgets"], ["rules"], findings);
        RefuseVariables(mapping);
        if (Value(keys, "version", new Shape.Whole(1, 1), WriteValue.Always) is null && keys.Find("version") is null)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, ["version"], "workspace"));
        }

        var reader = new TenantsReader(findings, _shapes);
        var tenants = keys.Find("tenants") is { } written ? reader.Read(written.Value) : [];
        var patterns = Patterns(keys);
        var plain = new Workspace { Folder = folder };
        return new ReadWorkspace(
            plain with
            {
                TimeZone = TimeZone(keys) ?? plain.TimeZone,
                Files = patterns?.Select(pattern => pattern.Text).ToEquatableArray() ?? plain.Files,
                Tenants = tenants,
                DefaultTenant = DefaultTenant(keys, tenants),
                Scope = Scope(keys) ?? plain.Scope,
                Budgets = Budgets(keys),
            },
            patterns ?? ReadWorkspace.Of(plain).Patterns)
        {
            Variables = reader.Variables,
        };
    }

    private object? Value(Keys keys, string key, Shape shape, string ifEmpty = WriteValue.OrTakeOut) =>
        keys.Find(key) is { } entry ? _shapes.Read(shape, entry.Value, TrailPath.NewRoot().Then(key), Whose.Key(key), ifEmpty) : null;

    private TimeZoneInfo? TimeZone(Keys keys)
    {
        if (Value(keys, "timeZone", NameShape) is not string name || keys.Find("timeZone") is not { } entry)
        {
            return null;
        }

        // A name of the database and nothing else: it is looked for as a path below a system folder.
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

    private List<(string Text, SourceSpan? Where)>? Patterns(Keys keys)
    {
        if (keys.Find("files") is not { } entry)
        {
            return null;
        }

        var list = new Shape.ListOf(NameShape, IsSet: true, "pattern") { Pack = items => items, Unpack = _ => [], Fewest = 1, Most = 100 };
        if (_shapes.Read(list, entry.Value, TrailPath.NewRoot().Then("files"), Whose.Key("files"), WriteValue.OrTakeOut) is null || entry.Value is not YamlNode.Sequence written)
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

    private string? DefaultTenant(Keys keys, EquatableArray<TenantSettings> tenants)
    {
        if (Value(keys, "defaultTenant", NameShape) is not string name || keys.Find("defaultTenant") is not { } entry)
        {
            return null;
        }

        if (tenants.FirstOrDefault(tenant => tenant.Name == name) is { } tenant)
        {
            return tenant.Name;
        }

        findings.Add(LoadDiagnostics.UnknownTenant(entry.Value.Where, name, [.. tenants.Select(known => known.Name)]));
        return null;
    }

    private Scope? Scope(Keys keys)
    {
        if (Value(keys, "scope", ScopeFields.Shape) is not Scope scope || keys.Find("scope") is not { } entry)
        {
            return null;
        }

        if (scope == new Scope())
        {
            findings.Add(LoadDiagnostics.EmptyScope(entry.Value.Where));
        }

        return scope;
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
            if (entry.Key.Text != VariablesReader.Key)
            {
                RefuseVariables(entry.Value);
            }
        }
    }

    private BudgetLimits Budgets(Keys keys)
    {
        var limits = new BudgetLimits();
        if (Mapping(keys.Find("budgets"), "a mapping with `deletes` and `removals`") is not { } mapping)
        {
            return limits;
        }

        var budgets = Keys.Of(mapping, ["deletes", "removals"], ["peopleLosingAccess"], findings);
        return new BudgetLimits(Count(budgets.Find("deletes")) ?? limits.Deletes, Count(budgets.Find("removals")) ?? limits.Removals);
    }

    private int? Count(YamlEntry? entry)
    {
        if (Mapping(entry, "a mapping with `count`") is not { } mapping)
        {
            return null;
        }

        var keys = Keys.Of(mapping, ["count"], [], findings);
        if (keys.Find("count") is null && !keys.AnyRefused)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, ["count"], "budget"));
        }

        return (int?)Value(keys, "count", new Shape.Whole(0, 1_000_000), WriteValue.Always);
    }

    private YamlNode.Mapping? Mapping(YamlEntry? entry, string expected)
    {
        if (entry is null || entry.Value is YamlNode.Mapping)
        {
            return entry?.Value as YamlNode.Mapping;
        }

        findings.Add(entry.Value.IsNothing
            ? LoadDiagnostics.EmptyValue(entry.Value.Where, Quote.Of(entry.Key.Text), WriteValue.OrTakeOut)
            : LoadDiagnostics.WrongType(entry.Value, expected));
        return null;
    }

    [GeneratedRegex(@"^[A-Za-z0-9_+\-]{1,32}(/[A-Za-z0-9_+\-]{1,32}){0,2}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex ZoneName();
}
