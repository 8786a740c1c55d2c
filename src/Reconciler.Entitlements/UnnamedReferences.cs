using System.Collections.Concurrent;

namespace Reconciler.Entitlements;

/// <summary>
/// What a tenant names, while it is read: by id, because what people call it is asked for once, for all. There is one reference for each kind and id, so that
/// telling it its name tells everybody who makes it. Nobody sees one before it has its name, and nobody changes one after. For any number of threads.
/// </summary>
public sealed class UnnamedReferences
{
    private readonly ConcurrentDictionary<string, Reference>[] _ofKind = [.. Enum.GetValues<ReferenceKind>().Select(_ => Empty())];

    // Nothing but the directory tells what they are.
    private readonly ConcurrentDictionary<string, Reference> _principals = Empty();

    /// <summary>What a tenant names without saying of which kind it is.</summary>
    public IEnumerable<Reference> Principals => _principals.Values;

    /// <summary>What of a kind is named.</summary>
    public IEnumerable<Reference> OfKind(ReferenceKind kind) => _ofKind[(int)kind].Values;

    /// <summary>What bears the id.</summary>
    public Reference Of(ReferenceKind kind, string id) => Of(_ofKind[(int)kind], kind, id);

    /// <summary>Somebody of the directory: a user, until it is told otherwise.</summary>
    public Reference Principal(string id) => Of(_principals, ReferenceKind.User, id);

    /// <summary>Makes each what it is called.</summary>
    /// <param name="called">What is called so instead of one of a known kind.</param>
    /// <param name="principal">The same of somebody of any kind.</param>
    public void Name(Func<Reference, Reference> called, Func<Reference, Reference> principal)
    {
        foreach (var reference in _ofKind.SelectMany(references => references.Values))
        {
            reference.Become(called(reference));
        }

        foreach (var reference in Principals)
        {
            reference.Become(principal(reference));
        }
    }

    private static ConcurrentDictionary<string, Reference> Empty() => new(StringComparer.OrdinalIgnoreCase);

    private static Reference Of(ConcurrentDictionary<string, Reference> references, ReferenceKind kind, string id) =>
        references.TryGetValue(id, out var known) ? known : references.GetOrAdd(id, new Reference(kind, null, id));
}
