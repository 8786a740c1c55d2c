using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>An assignment policy, and what it came with that may be missing in a list.</summary>
internal sealed record PolicyReading(ActualEntity Policy, bool HasQuestions, bool HasCallouts)
{
    public AssignmentPolicy Entity => (AssignmentPolicy)Policy.Entity;

    public static PolicyReading From(WireValue policy, AccessPackage parent, string parentId) => new(
        AssignmentPolicyWire.ToEntity(policy, parent, parentId),
        MissingLists.Holds(policy, QuestionWire.Member),
        MissingLists.Holds(policy, CalloutWire.Member));

    /// <summary>The policy with what it came without, taken from the whole one.</summary>
    public PolicyReading With(WireValue whole)
    {
        var entity = Entity;
        if (!HasQuestions)
        {
            entity = entity with { Questions = QuestionWire.ToQuestions(whole) };
        }

        return HasCallouts || !MissingLists.Holds(whole, CalloutWire.Member)
            ? this with { Policy = Policy with { Entity = entity } }
            : this with
            {
                Policy = Policy with
                {
                    Entity = entity with { Callouts = CalloutWire.ToCallouts(whole) },
                    Unmodelled = [.. CalloutWire.Unmodelled(whole), .. Policy.Unmodelled],
                },
            };
    }
}
