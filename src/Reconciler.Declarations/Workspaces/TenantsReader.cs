using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Workspaces;

/// <summary>Reads the tenants of <c>reconciler.yaml</c>, each by its name.</summary>
internal sealed class TenantsReader(Findings findings, ShapeReader shapes)
{
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
            if (!WorkspaceFields.TenantsByName.IsKey(name))
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

        var shape = TenantFields.Shape;
        var keys = Keys.Of(mapping, ShapeKeys.Known(shape), ShapeKeys.Later(shape), findings);
        var yaml = (TenantYaml)shapes.Each(
            shape.Fields.Where(field => field.Key != TenantFields.Variables), keys, shape.Blank(), TrailPath.NewRoot(), shape.Noun, WriteValue.OrTakeOut);
        CheckAdapter(mapping, keys, yaml.Adapter);
        Variables[entry.Key.Text] = _variables.Read(entry.Key.Text, keys.Find(TenantFields.Variables)?.Value);
        var seed = yaml.Seed.IsWritten ? yaml.Seed.Value : null;
        if (seed is not null && !WorkspacePath.IsInside(seed))
        {
            findings.Add(LoadDiagnostics.PathLeavesFolder(keys.Find("seed")?.Value.Where, seed));
            seed = null;
        }

        return yaml.Adapter.Length == 0 ? null : new TenantSettings
        {
            Name = entry.Key.Text,
            Adapter = yaml.Adapter,
            Seed = seed,
            SeedWhere = seed is null ? null : keys.Find("seed")?.Value.Where,
            TenantId = Id(keys, yaml),
            Cloud = yaml.Cloud,
            Endpoint = Address(keys, TenantFields.Endpoint, yaml.Endpoint, "/v1.0/"),
            Authority = Address(keys, TenantFields.Authority, yaml.Authority, "/"),
            Where = entry.Key.Where,
        };
    }

    private string? Id(Keys keys, TenantYaml yaml)
    {
        if (!yaml.TenantId.IsWritten)
        {
            return null;
        }

        // Beside another adapter it means nothing, and that is said already.
        if (yaml.Adapter == "graph" && !Guid.TryParseExact(yaml.TenantId.Value, "D", out _) && keys.Find("tenantId") is { } entry)
        {
            findings.Add(LoadDiagnostics.NoTenantId(entry.Value.Where, yaml.TenantId.Value));
        }

        return yaml.TenantId.Value;
    }

    private Uri? Address(Keys keys, string key, Setting<string> written, string path)
    {
        if (!written.IsWritten || keys.Find(key) is not { } entry)
        {
            return null;
        }

        if (ServiceAddress.Read(written.Value, path) is { } address)
        {
            return address;
        }

        findings.Add(LoadDiagnostics.AddressRefused(entry.Value.Where, written.Value, path));
        return null;
    }

    private void CheckAdapter(YamlNode.Mapping mapping, Keys keys, string adapter)
    {
        if (TenantFields.Adapters.FirstOrDefault(known => known.Word.Word == adapter) is not { } chosen)
        {
            return;
        }

        var strangers = TenantFields.Adapters.Where(other => other != chosen).SelectMany(other => other.Own).Select(keys.Find).OfType<YamlEntry>().ToArray();
        foreach (var stranger in strangers)
        {
            findings.Add(LoadDiagnostics.KeyOfOtherAdapter(stranger.Key.Where, stranger.Key.Text, adapter));
        }

        if (keys.Find(TenantFields.Endpoint) is null != keys.Find(TenantFields.Authority) is null && strangers.Length == 0)
        {
            var missing = keys.Find(TenantFields.Endpoint) is null ? TenantFields.Endpoint : TenantFields.Authority;
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, [missing], "tenant"));
        }

        // Where a key of the other adapter stands, that one may have been meant.
        foreach (var missing in chosen.Required.Where(key => strangers.Length == 0 && keys.Find(key) is null))
        {
            findings.Add(LoadDiagnostics.MissingKey(mapping.Where, [missing], "tenant"));
        }
    }
}
