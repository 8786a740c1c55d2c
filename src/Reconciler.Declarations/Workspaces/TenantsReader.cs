using System.Text.RegularExpressions;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Workspaces;

/// <summary>Reads the tenants of <c>reconciler.yaml</c>, each by its name.</summary>
internal sealed partial class TenantsReader(Findings findings, ShapeReader shapes)
{
    private static readonly Shape.Text NameShape = new(ScalarReader.LongestName, MayBeEmpty: false);

    private static readonly Shape.Choice Adapters = new(
    [
        new Keyword("embedded", "embedded", "The tenant inside of the process."),
        new Keyword("graph", "graph", "A Microsoft Entra tenant."),
    ]);

    private static readonly Shape.Choice Clouds = new(
    [
        new Keyword("public", TenantCloud.Public, "Azure, worldwide."),
        new Keyword("usGov", TenantCloud.UsGov, "Azure for the government of the United States."),
        new Keyword("usGovDod", TenantCloud.UsGovDod, "The same, for the Department of Defense."),
        new Keyword("china", TenantCloud.China, "Azure in China, run by 21Vianet."),
    ]);

    private static readonly string[] KeysOfGraph = ["tenantId", "cloud"];

    private readonly VariablesReader _variables = new(findings);

    /// <summary>The variables of the tenants that were read.</summary>
    public Dictionary<string, Variables> Variables { get; } = new(StringComparer.Ordinal);

    public EquatableArray<TenantSettings> Read(YamlNode node)
    {
        if (node is not YamlNode.Mapping mapping)
        {
            findings.Add(node.IsNothing
                ? LoadDiagnostics.EmptyValue(node.Where, "`tenants`", WriteValue.OrTakeOut)
                : LoadDiagnostics.WrongType(node, "a mapping of names to tenants"));
            return [];
        }

        var tenants = new List<TenantSettings>();
        foreach (var entry in mapping.Entries)
        {
            var name = entry.Key.Text;
            var twin = tenants.Find(tenant => NameComparer.Instance.Equals(tenant.Name, name));
            if (!Names().IsMatch(name))
            {
                findings.Add(LoadDiagnostics.TenantNameRefused(entry.Key.Where, name));
            }
            else if (twin is not null)
            {
                findings.Add(LoadDiagnostics.TenantTwice(entry.Key.Where, name, twin.Where));
            }
            else if (Tenant(entry) is { } tenant)
            {
                tenants.Add(tenant);
            }
        }

        return tenants.ToEquatableArray();
    }

    private TenantSettings? Tenant(YamlEntry entry)
    {
        if (entry.Value is not YamlNode.Mapping mapping)
        {
            findings.Add(entry.Value.IsNothing
                ? LoadDiagnostics.EmptyValue(entry.Value.Where, $"the tenant {Quote.Of(entry.Key.Text)}", WriteValue.OrTakeOut)
                : LoadDiagnostics.WrongType(entry.Value, "a mapping with `adapter`"));
            return null;
        }

        var keys = Keys.Of(mapping, ["adapter", "seed", .. KeysOfGraph, VariablesReader.Key], [], findings);
        var adapter = (string?)Value(keys, "adapter", Adapters, WriteValue.Always);
        CheckAdapter(mapping, keys, adapter);
        Variables[entry.Key.Text] = _variables.Read(entry.Key.Text, keys.Find(VariablesReader.Key)?.Value);
        var seed = (string?)Value(keys, "seed", NameShape);
        if (seed is not null && !WorkspacePath.IsInside(seed))
        {
            findings.Add(LoadDiagnostics.PathLeavesFolder(keys.Find("seed")?.Value.Where, seed));
            seed = null;
        }

        return adapter is null ? null : new TenantSettings
        {
            Name = entry.Key.Text,
            Adapter = adapter,
            Seed = seed,
            SeedWhere = seed is null ? null : keys.Find("seed")?.Value.Where,
            TenantId = (string?)Value(keys, "tenantId", NameShape),
            Cloud = Value(keys, "cloud", Clouds) is TenantCloud cloud ? cloud : TenantCloud.Public,
            Where = entry.Key.Where,
        };
    }

    private void CheckAdapter(YamlNode.Mapping mapping, Keys keys, string? adapter)
    {
        if (keys.Find("adapter") is null)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, ["adapter"], "tenant"));
        }

        if (adapter is null)
        {
            return;
        }

        foreach (var stranger in (adapter == "graph" ? ["seed"] : KeysOfGraph).Select(keys.Find).OfType<YamlEntry>())
        {
            findings.Add(LoadDiagnostics.KeyOfOtherAdapter(stranger.Key.Where, stranger.Key.Text, adapter));
        }

        if (adapter == "graph" && keys.Find("tenantId") is null && keys.Find("seed") is null)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, ["tenantId"], "tenant"));
        }
    }

    private object? Value(Keys keys, string key, Shape shape, string ifEmpty = WriteValue.OrTakeOut) =>
        keys.Find(key) is { } entry ? shapes.Read(shape, entry.Value, TrailPath.NewRoot().Then(key), Whose.Key(key), ifEmpty) : null;

    [GeneratedRegex(@"^[A-Za-z0-9_\-][A-Za-z0-9_.\-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
