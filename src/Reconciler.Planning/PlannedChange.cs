using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>One thing that is to become different. Data in a closed family: it can be shown, counted and compared, and it can't act.</summary>
public abstract record PlannedChange
{
    private PlannedChange() { }

    public required EntityKey Key { get; init; }

    /// <summary>The tenant's id of the object; null while there is none.</summary>
    public string? Id { get; init; }

    /// <summary>What becomes of each value, in the table's order.</summary>
    public EquatableArray<FieldChange> Fields { get; init; } = [];

    /// <summary>How many settings are declared and are as the tenant has them.</summary>
    public int Unchanged { get; init; }

    /// <summary>The line that causes it; null where a line is missing.</summary>
    public SourceSpan? Where { get; init; }

    /// <summary>Why the planner chose this. For people to read; nothing decides by it.</summary>
    public required string Reason { get; init; }

    /// <summary>What it does to access: the greatest effect of its parts.</summary>
    public abstract Effect Effect { get; }

    /// <summary>Whether it, or a part of it, has the effect: a change can widen and narrow.</summary>
    public bool Does(Effect effect) => Effect == effect || Effect == Effect.Both || Fields.Any(field => field.Effect == effect || field.Effect == Effect.Both);

    /// <summary>Something that is declared and is not there yet.</summary>
    public sealed record Create(Entity Declared) : PlannedChange
    {
        /// <summary>A new policy, organization or delegate opens a way in; what is empty or reachable by no policy gives nobody anything.</summary>
        public override Effect Effect => OpensAWayIn(Declared) || Greatest(Fields) >= Effect.Widens ? Effect.Widens : Effect.Neutral;

        private static bool OpensAWayIn(Entity declared) => declared switch
        {
            AssignmentPolicy { Automatic.IsWritten: true } or DirectAssignment => true,
            AssignmentPolicy { Requestors: { IsWritten: true, Value: { MayRequest: true, Who: var who } } } =>
                who is not RequestorScope.Everyone { Population: Population.Nobody },
            ConnectedOrganization organization => organization.State.Or(OrganizationState.Configured) == OrganizationState.Configured,
            Catalog { Delegates: { IsWritten: true, Value: var delegates } } =>
                new[] { delegates.Owners, delegates.Readers, delegates.AccessPackageManagers, delegates.AssignmentManagers }.Any(list => !list.Or([]).IsEmpty),
            _ => false,
        };
    }

    public sealed record Update : PlannedChange
    {
        public override Effect Effect => Greatest(Fields);
    }

    /// <summary>The same object under another name, its id kept. Other values may change with it.</summary>
    /// <param name="NewName">What the tenant is to call it, which is not what the workspace does where that has an alias for it.</param>
    public sealed record Rename(string OldName, string NewName) : PlannedChange
    {
        public override Effect Effect => Greatest(Fields);
    }

    /// <summary>Something that is to be gone.</summary>
    /// <param name="Actual">What it is.</param>
    /// <param name="Inside">The names of the policies that go with it.</param>
    public sealed record Delete(ActualEntity Actual, EquatableArray<string> Inside) : PlannedChange
    {
        /// <summary>Whether its assignments are to be removed first.</summary>
        public bool Drains { get; init; }

        public override Effect Effect => Key.Kind is EntityKind.Catalog or EntityKind.CustomExtension ? Effect.Neutral : Effect.Narrows;
    }

    private static Effect Greatest(EquatableArray<FieldChange> fields) => fields.Select(f => f.Effect).DefaultIfEmpty(Effect.Neutral).Max();
}
