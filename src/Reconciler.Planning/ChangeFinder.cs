using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Comparing;

namespace Reconciler.Planning;

/// <summary>Finds what is to become different, entity by entity.</summary>
internal sealed class ChangeFinder(BoundState state)
{
    private readonly RepointedNames _annotations = new(state.Repointed);

    private readonly Lazy<ILookup<string?, ActualEntity>> _policies =
        new(() => state.Snapshot.Entities.Where(e => e.Entity.Key.Kind == EntityKind.AssignmentPolicy).ToLookup(e => e.ParentId));

    /// <summary>Names that stand for another object and are on no line of what was found.</summary>
    public IEnumerable<Repointed> Unsaid => _annotations.Unsaid;

    public EquatableArray<PlannedChange> Find() =>
    [
        .. state.Entities.Select(Change).OfType<PlannedChange>(),
        .. state.Undeclared.Select(actual => Delete(actual, null, "no longer declared")),
        .. state.Pruned.Select(actual => Delete(actual, null, "not declared, in a catalog that is pruned")),
    ];

    private PlannedChange? Change(BoundEntity entity) => (entity.Declaration.Ensure, entity.Actual) switch
    {
        (Ensure.Unmanaged or Ensure.Elsewhere, _) or (Ensure.Absent, null) => null,

        // Made again it would end at once, and the service refuses it.
        (_, null) when HasEnded(entity, state.Now) => null,

        // What the service made itself can only be let go.
        (Ensure.Absent, { IsBuiltIn: true } or { Entity: Settings }) => null,
        (Ensure.Absent, { } actual) => Delete(actual, entity.Where, "declared absent") with { Drains = entity.Declaration.Drain },
        (_, null) => new PlannedChange.Create(entity.Declaration.Entity)
        {
            Key = entity.Key,
            Fields = Annotated(entity, EntityComparer.Describe(entity.Declaration.Entity, state.Sources)),
            Where = entity.Where,
            Reason = "declared, and not in the tenant",
        },

        // One that is otherwise than declared is said and left alone.
        (_, { Entity: DirectAssignment }) => null,
        (_, { } actual) => Compare(entity, actual),
    };

    /// <summary>Whether it is a direct assignment whose end has passed.</summary>
    public static bool HasEnded(BoundEntity entity, DateTimeOffset? now) =>
        entity is { IsWanted: true, Key.Kind: EntityKind.DirectAssignment, Actual: null, Declaration.Entity: DirectAssignment { Until: { IsWritten: true, Value: var until } } } && until <= now;

    private PlannedChange? Compare(BoundEntity entity, ActualEntity actual)
    {
        var fields = Annotated(entity, EntityComparer.Compare(entity.Declaration.Entity, actual.Entity, state.Sources));
        var (oldName, newName) = (actual.TenantName, entity.Declaration.TenantName);
        if (!actual.IsBuiltIn && !IsSpelledAlike(oldName, newName))
        {
            return new PlannedChange.Rename(oldName, newName)
            {
                Key = entity.Key,
                Id = actual.Id,
                Fields = fields,
                Unchanged = Unchanged(entity, fields),
                Where = entity.Where,
                Reason = entity.Match == Match.FormerName ? "previously called so" : "called otherwise in the tenant",
            };
        }

        return fields.IsEmpty ? null : new PlannedChange.Update
        {
            Key = entity.Key,
            Id = actual.Id,
            Fields = fields,
            Unchanged = Unchanged(entity, fields),
            Where = fields[0].Where ?? entity.Where,
            Reason = "differs from the tenant",
        };
    }

    private EquatableArray<FieldChange> Annotated(BoundEntity entity, EquatableArray<FieldChange> fields) => _annotations.On(entity, fields);

    private static int Unchanged(BoundEntity entity, EquatableArray<FieldChange> fields)
    {
        var unchanged = 0;
        foreach (var field in Language.Of(entity.Key.Kind).Settings)
        {
            unchanged += field.Get(entity.Declaration.Entity) is not null && !FieldChange.AnyOf(fields, field.Key) ? 1 : 0;
        }

        return unchanged;
    }

    private PlannedChange.Delete Delete(ActualEntity actual, SourceSpan? where, string reason) =>
        new(actual, _policies.Value[actual.Id]
            .Select(e => e.Entity.Key.Name).Order(StringComparer.Ordinal).ToEquatableArray())
        {
            Key = actual.Entity.Key,
            Id = actual.Id,
            Fields = EntityComparer.Losses(actual.Entity),
            Where = where,
            Reason = reason,
        };

    // A name that no file can hold can't be told from what a file holds of it.
    private static bool IsSpelledAlike(string there, string declared) =>
        SayableName.Of(there) is var said && (said == declared || (NameComparer.Instance.Equals(said, declared) && said.Normalize() == declared.Normalize()));
}
