using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>Collects the ids of what was read names, each once, to ask for their names.</summary>
internal sealed class NamedIds
{
    private readonly EntityReferences _references;

    // What entities share is looked into once.
    public NamedIds() => _references = new EntityReferences(Add);

    public HashSet<string> Directory { get; } = new(StringComparer.OrdinalIgnoreCase);

    public HashSet<string> Packages { get; } = new(StringComparer.OrdinalIgnoreCase);

    public void Add(Entity entity) => _references.Each(entity);

    public void Add(IEnumerable<Reference> references)
    {
        foreach (var reference in references)
        {
            Add(reference);
        }
    }

    public void Add(NamedIds others)
    {
        Directory.UnionWith(others.Directory);
        Packages.UnionWith(others.Packages);
    }

    private Reference Add(Reference reference)
    {
        if (reference.Id is { } id && (reference.Kind.IsOfDirectory() ? Directory : reference.Kind == ReferenceKind.Package ? Packages : null) is { } ids)
        {
            ids.Add(id);
        }

        return reference;
    }
}
