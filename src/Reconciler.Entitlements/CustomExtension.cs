namespace Reconciler.Entitlements;

/// <summary>A custom workflow extension of a catalog: a Logic App, or another endpoint, that policies of the catalog call (contract 13).</summary>
public sealed record CustomExtension : Entity
{
    public required string Catalog { get; init; }

    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    public Setting<ExtensionOccasion> Runs { get; init; }

    public Setting<LogicApp> LogicApp { get; init; }

    /// <summary>The address that is called where no Logic App is.</summary>
    public Setting<string> Endpoint { get; init; }

    public Setting<ExtensionSignIn> SignIn { get; init; }

    public Setting<ExtensionClient> Client { get; init; }

    /// <summary>How long a request waits for the extension's answer.</summary>
    public Setting<ExtensionWait> Waits { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Extension(Catalog, Name);
}

/// <summary>When an extension can run.</summary>
public enum ExtensionOccasion
{
    /// <summary>At the stages of a request.</summary>
    OnRequest,

    /// <summary>Before an assignment expires.</summary>
    OnAssignment,
}
