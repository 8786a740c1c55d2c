namespace Reconciler.Entitlements;

/// <summary>A container of resources and access packages, and the unit of delegation (seed 002; contract section 2).</summary>
public sealed record Catalog : Entity
{
    /// <summary>The name under which the built-in catalog is declared, whatever its display name in the tenant.</summary>
    public const string BuiltInName = "General";

    public required string Name { get; init; }

    public Setting<string> Description { get; init; }

    /// <summary>Whether its packages can be requested (Graph: <c>state</c> is <c>published</c>).</summary>
    public Setting<bool> Enabled { get; init; }

    public Setting<bool> EnabledForExternalUsers { get; init; }

    /// <summary>The groups whose roles its packages may give. Exclusive once written.</summary>
    public Setting<EquatableArray<CatalogResource>> Resources { get; init; }

    public Setting<Delegates> Delegates { get; init; }

    protected override EntityKey MakeKey() => EntityKey.Catalog(Name);

    public static bool IsBuiltIn(string name) => NameComparer.Instance.Equals(name, BuiltInName);
}
