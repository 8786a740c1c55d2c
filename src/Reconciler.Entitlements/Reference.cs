namespace Reconciler.Entitlements;

/// <summary>
/// Something that is named: a directory object or site as people call it, or an entity beside the one that names it. The id is null until the
/// name is resolved, and for an entity that the same plan creates. Ids decide; names are compared only where both sides have no id.
/// </summary>
/// <param name="Name">A user's is the user principal name, a site's its address. Null for what the tenant holds and the directory no longer has.</param>
public sealed record Reference(ReferenceKind Kind, string? Name, string? Id = null)
{
    /// <summary>What is written in the place of a name that nothing bears any more; the id beside it says what it was.</summary>
    public const string Deleted = "(deleted)";

    private ReferenceKind _kind = Kind;
    private string? _name = Name;
    private string? _id = Id;
    private string? _catalog;

    public ReferenceKind Kind { get => _kind; init => _kind = value; }

    public string? Name { get => _name; init => _name = value; }

    public string? Id { get => _id; init => _id = value; }

    /// <summary>The catalog of a <see cref="ReferenceKind.Package"/>, which its name alone does not tell; null for other kinds.</summary>
    public string? Catalog { get => _catalog; init => _catalog = value; }

    /// <summary>The declared entity that is meant, once it is known which; null for what the directory holds.</summary>
    public EntityKey? Entity { get; init; }

    /// <summary>Whether the directory no longer has it.</summary>
    public bool IsDangling => Name is null;

    public bool Equals(Reference? other) =>
        other is not null && Kind == other.Kind && (Id, other.Id) switch
        {
            (not null, not null) => string.Equals(Id, other.Id, StringComparison.OrdinalIgnoreCase),
            (null, null) => NameComparer.Instance.Equals(Name, other.Name) && NameComparer.Instance.Equals(Catalog, other.Catalog),
            _ => false,
        };

    public override int GetHashCode() =>
        HashCode.Combine(Kind, Id is null ? NameComparer.Instance.GetHashCode(Name ?? "") : string.GetHashCode(Id, StringComparison.OrdinalIgnoreCase));

    /// <summary>Takes over what another one is called, while nobody else has seen this one (<see cref="UnnamedReferences"/>).</summary>
    internal void Become(Reference called) => (_kind, _name, _id, _catalog) = (called.Kind, called.Name, called.Id, called.Catalog);

    public override string ToString() => $"{Kind.Noun()} {(Catalog is null ? "" : $"{Catalog} / ")}{Name ?? $"{Id} {Deleted}"}";
}
