namespace Reconciler.Entitlements;

/// <summary>One item of a value list, which is added and removed by itself. Each names one thing.</summary>
public abstract record ListItem
{
    private ListItem() { }

    /// <summary>What the item is about: the resource, the principal, the other package.</summary>
    public abstract Reference Names { get; }

    /// <summary>The same item with another reference.</summary>
    public abstract ListItem Naming(Reference other);

    public sealed record ResourceOf(CatalogResource Resource) : ListItem
    {
        public override Reference Names => Resource.Resource;

        public override ListItem Naming(Reference other) => new ResourceOf(Resource with { Resource = other });

        public override string ToString() => $"the {Resource}";
    }

    public sealed record RoleOf(ResourceRole Role) : ListItem
    {
        public override Reference Names => Role.Resource;

        public override ListItem Naming(Reference other) => new RoleOf(Role with { Resource = other });

        public override string ToString() => $"the {Role}";
    }

    /// <summary>Holders of a package, or members of a group, that can't request this one.</summary>
    public sealed record Incompatible(Reference Other) : ListItem
    {
        public override Reference Names => Other;

        public override ListItem Naming(Reference other) => new Incompatible(other);

        public override string ToString() => $"the incompatible {Other}";
    }

    public sealed record RoleHolder(EntitlementRole Role, Reference Who) : ListItem
    {
        public override Reference Names => Who;

        public override ListItem Naming(Reference other) => this with { Who = other };

        public override string ToString() => $"the {Who} as {Role}";
    }

    public sealed record Sponsor(SponsorKind Kind, Reference Who) : ListItem
    {
        public override Reference Names => Who;

        public override ListItem Naming(Reference other) => this with { Who = other };

        public override string ToString() => $"the {Who} as {Kind} sponsor";
    }
}
