namespace Reconciler.Entitlements;

/// <summary>What a holder becomes in a resource.</summary>
public abstract record Role
{
    private Role() { }

    /// <summary>Of a group (contract 4.1).</summary>
    public sealed record OfGroup(GroupRole Kind) : Role
    {
        public override string ToString() => $"{Kind}";
    }

    /// <summary>
    /// Of an application or a site, by the name that it bears there. A site's names are per language: its number is the safer way. Two are
    /// the same by id where both have one, else by name.
    /// </summary>
    /// <param name="Name">Null where only the id is declared.</param>
    /// <param name="Id">The origin's id of it: an app role's, or the number of a site's group. Null until it is known.</param>
    public sealed record Named(string? Name, string? Id = null) : Role
    {
        public bool Equals(Named? other) => other is not null
            && (Id is not null && other.Id is not null
                ? string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase)
                : NameComparer.Instance.Equals(Name, other.Name));

        // By id or by name: no hash fits both.
        public override int GetHashCode() => 0;

        public override string ToString() => Name ?? Id ?? "";
    }
}

/// <summary>The roles of a group.</summary>
public enum GroupRole
{
    Member,

    Owner,

    /// <summary>May activate membership (privileged identity management, or a role-assignable group).</summary>
    EligibleMember,

    /// <summary>May activate ownership.</summary>
    EligibleOwner,
}
