using Reconciler.Entitlements;

namespace Reconciler.Planning.Ordering;

/// <summary>
/// Steps as they are found, with what each depends on. A mark names what a step makes: an object by its key, a resource of a catalog by
/// the catalog's key and the resource. What a step frees is there already and named by id: the tenant can call it otherwise.
/// </summary>
internal sealed class StepList(EquatableArray<PlannedChange> changes)
{
    private readonly Dictionary<PlannedChange, int> _positions = Positions(changes);
    private readonly List<Step> _steps = [];
    private readonly Dictionary<(EntityKey, Reference?), List<int>> _made = [];
    private readonly Dictionary<(string, Reference?), List<int>> _freed = [];

    public EquatableArray<Step> All => _steps.ToEquatableArray();

    public void Add(PlannedChange change, TenantWrite write, (EntityKey, Reference?)[]? after = null, (EntityKey, Reference?)? makes = null)
    {
        Mark(_made, makes is { } made ? [made] : []);
        _steps.Add(new Step(PositionOf(change), write, Before(_made, (after ?? []).Where(mark => mark.Item1 is not null)), TakesAway: false));
    }

    public void Remove(PlannedChange change, TenantWrite write, (string?, Reference?)[]? after = null, (string?, Reference?)[]? frees = null)
    {
        Mark(_freed, Known(frees));
        _steps.Add(new Step(PositionOf(change), write, Before(_freed, Known(after)), TakesAway: true));
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

    private static IEnumerable<(string, Reference?)> Known((string? Id, Reference?)[]? marks) =>
        from mark in marks ?? []
        where mark.Id is not null
        select (mark.Id, mark.Item2);

    private void Mark<TMark>(Dictionary<TMark, List<int>> marks, IEnumerable<TMark> made)
        where TMark : notnull
    {
        foreach (var mark in made)
        {
            (marks.TryGetValue(mark, out var steps) ? steps : marks[mark] = []).Add(_steps.Count);
        }
    }

    private EquatableArray<int> Before<TMark>(Dictionary<TMark, List<int>> marks, IEnumerable<TMark> after)
        where TMark : notnull =>
        !after.Any() ? [] : after.SelectMany(mark => marks.GetValueOrDefault(mark) ?? [])
            .Where(step => step != _steps.Count)
            .Distinct().Order().ToEquatableArray();
}
