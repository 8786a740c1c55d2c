namespace Reconciler.Entitlements;

/// <summary>
/// A directory object that an entity names. As written it has a name, and an id only where the file gave one; bound it has an id.
/// Two bound references are equal when their ids are, whatever they are called; two unbound ones when their names are.
/// </summary>
public sealed record Reference(ReferenceKind Kind, string? Name, string? Id = null)
{
    /// <summary>The tenant holds the id and the directory no longer knows it: somebody deleted the object.</summary>
    public bool IsDangling => Name is null;

    public bool Equals(Reference? other) =>
        other is not null && Kind == other.Kind && (Id, other.Id) switch
        {
            (not null, not null) => string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase),
            (null, null) => NameComparer.Instance.Equals(Name, other.Name),
            _ => false,
        };

    public override int GetHashCode() =>
        HashCode.Combine(Kind, Id is null ? NameComparer.Fold(Name ?? "") : Id.ToUpperInvariant());

    public override string ToString() => $"{Kind.ToString().ToLowerInvariant()} {Name ?? $"{Id} (deleted)"}";
}

/// <summary>The kinds of directory object that can be named, in the words of the language.</summary>
public enum ReferenceKind
{
    User,
    Group,
}
