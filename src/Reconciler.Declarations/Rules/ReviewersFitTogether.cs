using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN132, RCN141: people review their own access alone, and a manager can be missing (contract 7.7).</summary>
internal sealed class ReviewersFitTogether : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Review: { IsWritten: true, Value: Review.Recurring review } })
        {
            yield break;
        }

        if (review.Reviewers.Count > 1 && review.Reviewers.Any(reviewer => reviewer is Subject.Self))
        {
            yield return CheckDiagnostics.SelfBesideOthers(sources.Find(declaration.Key, "review.reviewers"));
        }

        if (review.Fallback.IsEmpty && review.Reviewers.Any(reviewer => reviewer is Subject.Manager))
        {
            yield return CheckDiagnostics.NobodyReviews(sources.Find(declaration.Key, "review.reviewers"));
        }
    }
}
