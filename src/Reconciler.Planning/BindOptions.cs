using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What decides about binding beside both sides and the memory.</summary>
public sealed record BindOptions
{
    public Scope Scope { get; init; } = Scope.Whole;

    /// <summary>When the plan is made: what has run out by then holds no longer. Null where nothing does.</summary>
    public DateTimeOffset? Now { get; init; }

    /// <summary>The assignments of <see cref="Binder.PackagesWithAssignments"/>.</summary>
    public EquatableArray<Assignment> Assignments { get; init; } = [];
}
