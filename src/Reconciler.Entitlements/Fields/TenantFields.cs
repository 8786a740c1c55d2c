using System.Collections.Immutable;
using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.TenantYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="TenantYaml"/>, by the tenant's name.</summary>
public static class TenantFields
{
    /// <summary>The key that says what kind of tenant it is.</summary>
    public const string Adapter = "adapter";

    public const string Variables = "variables";

    /// <summary>The keys of a service that answers as Graph does, and of who gives tokens for it: neither stands alone.</summary>
    public const string Endpoint = "endpoint", Authority = "authority";

    private static readonly Shape.Choice Clouds = new(
    [
        new Keyword("public", TenantCloud.Public, "Azure, worldwide."),
        new Keyword("usGov", TenantCloud.UsGov, "Azure for the government of the United States."),
        new Keyword("usGovDod", TenantCloud.UsGovDod, "The same, for the Department of Defense."),
        new Keyword("china", TenantCloud.China, "Azure in China, run by 21Vianet."),
    ]);

    /// <summary>The kinds of tenant, each with the keys that it alone has.</summary>
    public static ImmutableArray<AdapterKeys> Adapters { get; } =
    [
        new(new Keyword("embedded", "embedded", "The tenant inside of the tool, to try things on."), ["seed"], []),
        new(new Keyword("graph", "graph", "A Microsoft Entra tenant, by Microsoft Graph."), ["tenantId", "cloud", Endpoint, Authority], ["tenantId"]),
    ];

    public static Shape.Group Shape { get; } = new(
        "tenant",
        [
            Value(Adapter, nameof(TenantYaml.Adapter), t => t.Adapter, (t, v) => t with { Adapter = v },
                new Row(new Shape.Choice([.. Adapters.Select(adapter => adapter.Word)]), "What kind of tenant it is.") { IsRequired = true }),
            Setting("seed", nameof(TenantYaml.Seed), t => t.Seed, (t, v) => t with { Seed = v },
                new Row(Shapes.Name, "Of an embedded tenant: the file with the directory that it begins with, relative to `reconciler.yaml`.")),
            Setting("tenantId", nameof(TenantYaml.TenantId), t => t.TenantId, (t, v) => t with { TenantId = v },
                new Row(Shapes.Name, "Of a Microsoft Entra tenant: its id. Credentials never stand here.") { Portal = "Tenant ID" }),
            Value("cloud", nameof(TenantYaml.Cloud), t => t.Cloud, (t, v) => t with { Cloud = v },
                new Row(Clouds, "Of a Microsoft Entra tenant: the cloud that it is in.") { Default = TenantCloud.Public }),
            Setting(Endpoint, nameof(TenantYaml.Endpoint), t => t.Endpoint, (t, v) => t with { Endpoint = v },
                new Row(Shapes.Name, "Of a service that answers as Microsoft Graph does, to try things on: its root, such as `https://localhost:5001/v1.0/`. It needs `authority` beside it, and `cloud` means nothing then.")),
            Setting(Authority, nameof(TenantYaml.Authority), t => t.Authority, (t, v) => t with { Authority = v },
                new Row(Shapes.Name, "Who gives tokens for the `endpoint`, such as `https://localhost:5001/`. Credentials are only sent there if `AZURE_AUTHORITY_HOST` says the same.")),
            Setting(Variables, nameof(TenantYaml.Variables), t => t.Variables, (t, v) => t with { Variables = v },
                new Row(new Shape.Values("variable"), "What `$(var.name)` in a policy file stands for in this tenant: text, a list or a mapping.")),
        ],
        () => new TenantYaml());
}

/// <summary>A kind of tenant, the keys that it alone has, and those of them that must be written.</summary>
public sealed record AdapterKeys(Keyword Word, ImmutableArray<string> Own, ImmutableArray<string> Required);
