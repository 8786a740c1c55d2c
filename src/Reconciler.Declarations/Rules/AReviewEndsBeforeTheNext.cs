using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN137: a review is over when the next begins.</summary>
internal sealed class AReviewEndsBeforeTheNext : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is AssignmentPolicy { Review: { IsWritten: true, Value: Review.Recurring review } } && review.OpenFor > LengthOf(review.Every))
        {
            yield return CheckDiagnostics.ReviewsOverlap(sources.Find(declaration.Key, "review.openFor"), review.OpenFor, LengthOf(review.Every));
        }
    }

    // The longest that each can be: what is longer overlaps for certain.
    private static Duration LengthOf(Cadence cadence) => Duration.OfDays(cadence switch
    {
        Cadence.Week => 7,
        Cadence.Month => 31,
        Cadence.Quarter => 92,
        Cadence.HalfYear => 184,
        _ => 366,
    });
}
