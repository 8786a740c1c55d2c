using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Collects what the directory answers, question by question; several may be answered at a time.</summary>
internal sealed class Resolved
{
    private readonly Dictionary<Reference, EquatableArray<Reference>> _candidates = [];
    private readonly Dictionary<string, EquatableArray<Role.Named>> _roles = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>What nothing was found for.</summary>
    public IEnumerable<Reference> Unknown => _candidates.Where(pair => pair.Value.IsEmpty).Select(pair => pair.Key);

    public Resolution ToResolution(IReadOnlyDictionary<Reference, EquatableArray<string>> near) => new(_candidates, _roles, near);

    public void Add(Reference asked, IEnumerable<Reference> found)
    {
        var all = found.ToEquatableArray();
        lock (_candidates)
        {
            _candidates[asked] = all;
        }
    }

    /// <summary>Service principals: each is what was asked for, an application or one that asks itself.</summary>
    public void AddApplications(Reference asked, IReadOnlyList<WireValue> found)
    {
        Add(asked, found.Select(one => DirectoryObjectWire.ServicePrincipal(one) with { Kind = asked.Kind }));
        foreach (var application in found)
        {
            var roles = AppRoleWire.Of(application);
            lock (_roles)
            {
                _roles[application.Id()] = roles;
            }
        }
    }
}
