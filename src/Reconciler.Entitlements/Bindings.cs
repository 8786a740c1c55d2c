namespace Reconciler.Entitlements;

/// <summary>
/// The tool's memory of one tenant. Memory, not truth: lost, every object is found by its name and adopted again, and nothing is
/// deletable but by a tombstone.
/// </summary>
public sealed record Bindings(string TenantId, EquatableArray<Binding> Entries)
{
    public static Bindings None(string tenantId) => new(tenantId, []);

    public Binding? Find(EntityKind kind, string? parentId, string name) =>
        Entries.FirstOrDefault(b => b.Kind == kind && b.ParentId == parentId && NameComparer.Instance.Equals(b.Name, name));

    public Binding? FindById(EntityKind kind, string id) => Entries.FirstOrDefault(b => b.Kind == kind && b.Id == id);

    /// <summary>With the binding, in the place of an older one of the same object or of the same name.</summary>
    public Bindings With(Binding binding) => this with
    {
        Entries = Entries
            .Where(b => b.Kind != binding.Kind
                || (b.Id != binding.Id && !(b.ParentId == binding.ParentId && NameComparer.Instance.Equals(b.Name, binding.Name))))
            .Append(binding)
            .OrderBy(b => b.Kind).ThenBy(b => b.ParentId, StringComparer.Ordinal).ThenBy(b => b.Name, NameComparer.Instance).ThenBy(b => b.Id, StringComparer.Ordinal)
            .ToEquatableArray(),
    };

    public Bindings Without(EntityKind kind, string id) => this with
    {
        Entries = Entries.Where(b => b.Kind != kind || b.Id != id).ToEquatableArray(),
    };
}
