using System.Text.RegularExpressions;
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

        var keys = Keys.Of(mapping, ["adapter", "seed", "tenantId"], ["cloud", "variables"], findings);
        var adapter = Value(keys, "adapter", Adapters, WriteValue.Always);
        var (own, other) = adapter == "graph" ? ("tenantId", "seed") : ("seed", "tenantId");
        if (keys.Find("adapter") is null)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, "adapter", "tenant"));
        }
        else if (adapter is not null && keys.Find(other) is { } stranger)
        {
            findings.Add(LoadDiagnostics.KeyOfOtherAdapter(stranger.Key.Where, other, adapter));
        }
        else if (adapter == "graph" && keys.Find(own) is null)
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, own, "tenant"));
        }

        var seed = Value(keys, "seed", NameShape);
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
            TenantId = Value(keys, "tenantId", NameShape),
            Where = entry.Key.Where,
        };
    }

    private string? Value(Keys keys, string key, Shape shape, string ifEmpty = WriteValue.OrTakeOut) =>
        keys.Find(key) is { } entry ? (string?)shapes.Read(shape, entry.Value, key, Quote.Of(key), ifEmpty) : null;

    [GeneratedRegex(@"^[A-Za-z0-9_\-][A-Za-z0-9_.\-]{0,63}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Names();
}
