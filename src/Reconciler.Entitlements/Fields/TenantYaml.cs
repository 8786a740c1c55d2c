namespace Reconciler.Entitlements.Fields;

/// <summary>A tenant of <c>reconciler.yaml</c> as written.</summary>
public sealed record TenantYaml
{
    public string Name { get; init; } = "";

    public string Adapter { get; init; } = "";

    public Setting<string> Seed { get; init; }

    public Setting<string> TenantId { get; init; }

    public TenantCloud Cloud { get; init; } = TenantCloud.Public;

    public Setting<string> Endpoint { get; init; }

    public Setting<string> Authority { get; init; }

    /// <summary>What the variables stand for, as the reader holds it.</summary>
    public Setting<object> Variables { get; init; }
}
