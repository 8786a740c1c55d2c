using Reconciler.Entitlements;

namespace Reconciler.Planning.Ordering;

/// <summary>
/// Steps as they are found, with what each depends on. A mark names what a step makes (or frees): an object by its key, a resource of a
/// catalog by the catalog's key and the resource.
/// </summary>
internal sealed class StepList(EquatableArray<PlannedChange> changes)
{
    private readonly Dictionary<PlannedChange, int> _positions = Positions(changes);
    private readonly List<Step> _steps = [];
    private readonly Dictionary<(EntityKey, Reference?), List<int>> _made = [];
    private readonly Dictionary<(EntityKey, Reference?), List<int>> _freed = [];

    public EquatableArray<Step> All => _steps.ToEquatableArray();

    public void Add(PlannedChange change, TenantWrite write, (EntityKey, Reference?)[]? after = null, (EntityKey, Reference?)? makes = null)
    {
        Mark(_made, makes);
        _steps.Add(new Step(PositionOf(change), write, Before(_made, after), TakesAway: false));
    }

    public void Remove(PlannedChange change, TenantWrite write, (EntityKey, Reference?)[]? after = null, (EntityKey, Reference?)? frees = null)
    {
        Mark(_freed, frees);
        _steps.Add(new Step(PositionOf(change), write, Before(_freed, after), TakesAway: true));
    }

    // By reference: a key can stand twice, where one object is deleted and another takes its name.
    private int PositionOf(PlannedChange change) => _positions[change];

    private static Dictionary<PlannedChange, int> Positions(EquatableArray<PlannedChange> changes)
    {
        var positions = new Dictionary<PlannedChange, int>(ReferenceEqualityComparer.Instance);
        foreach (var change in changes)
        {
            positions[change] = positions.Count;
        }

        return positions;
    }

    private void Mark(Dictionary<(EntityKey, Reference?), List<int>> marks, (EntityKey, Reference?)? mark)
    {
        if (mark is { } made)
        {
            (marks.TryGetValue(made, out var steps) ? steps : marks[made] = []).Add(_steps.Count);
        }
    }

    private EquatableArray<int> Before(Dictionary<(EntityKey, Reference?), List<int>> marks, (EntityKey, Reference?)[]? after) =>
        (after ?? []).Where(mark => mark.Item1 is not null)
            .SelectMany(mark => marks.GetValueOrDefault(mark) ?? [])
            .Where(step => step != _steps.Count)
            .Distinct().Order().ToEquatableArray();
}
