namespace Reconciler.Entitlements;

/// <summary>
/// One thing to write to a tenant. Data, so that it can be shown, journaled and replayed. Objects are named by
/// <see cref="Handle"/>: when it is handed to a tenant every handle has its id.
/// </summary>
public abstract record TenantWrite
{
    private TenantWrite() { }

    /// <summary>Makes an entity; its value lists are written by writes of their own.</summary>
    /// <param name="Parent">What it is made in; null for what lives in the tenant itself.</param>
    public sealed record Create(Entity Declared, Handle? Parent) : TenantWrite;

    /// <summary>Writes the settings that are written in <paramref name="Changes"/> and leaves all others as they are.</summary>
    /// <param name="Renames">Whether the name is written too. The built-in catalog's never is.</param>
    public sealed record Update(Handle Target, Entity Changes, bool Renames) : TenantWrite
    {
        /// <summary>Whether a policy's Verified ID requirement, which v1.0 does not show, may be lost by it (contract 7.1).</summary>
        public bool MayLoseVerifiedId { get; init; }
    }

    public sealed record Delete(Handle Target) : TenantWrite;

    /// <summary>Adds an item to a value list of the target.</summary>
    public sealed record AddItem(Handle Target, ListItem Item) : TenantWrite;

    /// <summary>Writes what an item of a value list holds beside what it names: a resource's attributes.</summary>
    public sealed record ChangeItem(Handle Target, ListItem Item) : TenantWrite;

    public sealed record RemoveItem(Handle Target, ListItem Item) : TenantWrite;
}

/// <summary>An object of the tenant: by id, or, while it is still to be created by the same plan, by key alone.</summary>
/// <param name="Parent">What it lives in, as far as the tenant wants to be told; null for what lives in the tenant itself.</param>
public sealed record Handle(EntityKey Key, string? Id, Handle? Parent = null)
{
    /// <summary>The id. Fails where there is none yet.</summary>
    public string RequiredId => Id ?? throw new InvalidOperationException($"{Key} has no id yet.");

    // The compiler's would ask for RequiredId too, and fail where a plan is only to be shown.
    public override string ToString() => Id is null ? $"{Key}" : $"{Key} ({Id})";
}
