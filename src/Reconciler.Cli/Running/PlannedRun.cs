using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>A plan, what it was made with, and whether it destroys too much.</summary>
public sealed record PlannedRun(Plan Plan, Bindings Bindings, EquatableArray<Refusal> Refusals)
{
    /// <summary>Whether whoever signed in certainly may not write what it would.</summary>
    public bool LacksGrants { get; init; }

    /// <summary>Whether it may be carried out, and there is something to carry out or to remember.</summary>
    public bool MayApply => Plan.CanApply && Refusals.IsEmpty;
}
