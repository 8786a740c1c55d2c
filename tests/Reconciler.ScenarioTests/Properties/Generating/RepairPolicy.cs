using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>An assignment policy: a new one says what decides about access, and everything fits together.</summary>
internal static class RepairPolicy
{
    private static readonly Subject SomebodyElse = new Subject.Principal(KnownDirectory.Written(KnownDirectory.Everybody[0], withId: false));

    private static readonly Duration ShortestBesideEscalation = Duration.OfDays(4);

    public static AssignmentPolicy Fitting(AssignmentPolicy policy, Declaration declaration, Neighbours all)
    {
        var isThere = all.Formerly(declaration) is not null;
        var automatic = policy.Automatic.IsWritten && !policy.Requestors.IsWritten && IsOnlyAutomatic(declaration, all) ? policy.Automatic : default;
        var requestors = policy.Requestors.IsWritten || isThere || automatic.IsWritten
            ? policy.Requestors
            : new Requestors { Who = new RequestorScope.Everyone(Population.AnyMember) };
        requestors = requestors.IsWritten ? Fitting(requestors.Value, all) : requestors;
        var approval = policy.Approval.IsWritten || isThere ? policy.Approval : new Approval.None();
        return policy with
        {
            Requestors = requestors,
            Automatic = automatic,
            Approval = approval is { IsWritten: true, Value: Approval.Required required } ? required with { Stages = required.Stages.Select(Fitting).ToEquatableArray() } : approval,
            Expiration = policy.Expiration.IsWritten || isThere ? policy.Expiration : new Expiration.Never(),
            Review = policy.Review is { IsWritten: true, Value: Review.Recurring review } ? Fitting(review) : policy.Review,
            Questions = policy.Questions.IsWritten ? policy.Questions.Value.Select(RepairQuestion.Fitting).ToEquatableArray() : policy.Questions,
            Callouts = policy.Callouts.IsWritten ? Fitting(policy, policy.Callouts.Value, all) : policy.Callouts,
        };
    }

    private static bool IsOnlyAutomatic(Declaration declaration, Neighbours all) =>
        !all.Now.Any(d => d.Key < declaration.Key && d.Key.Parent == declaration.Key.Parent && d.Entity is AssignmentPolicy { Automatic.IsWritten: true });

    private static Requestors Fitting(Requestors requestors, Neighbours all)
    {
        var who = requestors.Who is RequestorScope.Listed listed ? Fitting(listed.Principals, all) : requestors.Who;
        return requestors with { Who = who, MayRequest = requestors.MayRequest && who is not RequestorScope.Everyone { Population: Population.Nobody } };
    }

    private static RequestorScope Fitting(EquatableArray<Reference> who, Neighbours all)
    {
        var there = who.Where(one => one.Kind != ReferenceKind.Organization || all.Present(EntityKey.Organization(one.Name ?? "")) is not null).Distinct().ToList();
        return there.Count == 0
            ? new RequestorScope.Everyone(Population.AnyMember)
            : new RequestorScope.Listed(there.Where(one => SortOf(one) == SortOf(there[0])).ToEquatableArray());
    }

    private static ReferenceKind SortOf(Reference who) => who.Kind == ReferenceKind.Group ? ReferenceKind.User : who.Kind;

    private static ApprovalStage Fitting(ApprovalStage stage)
    {
        var escalation = stage.Escalation as Escalation.After;
        var within = escalation is not null && stage.DecideWithin < ShortestBesideEscalation ? ShortestBesideEscalation : stage.DecideWithin;
        return stage with
        {
            Fallback = WithSomebody(stage.Fallback, stage.Approvers),
            DecideWithin = within,
            Escalation = escalation is null ? stage.Escalation : (escalation.Length < within ? escalation : escalation with { Length = Duration.OfDays(1) }) with
            {
                To = escalation.To,
                Fallback = WithSomebody(escalation.Fallback, escalation.To),
            },
        };
    }

    private static EquatableArray<Subject> WithSomebody(EquatableArray<Subject> fallback, EquatableArray<Subject> asked) =>
        fallback.IsEmpty && asked.Any(a => a is Subject.Manager or Subject.Sponsors) ? [SomebodyElse] : fallback;

    private static Review.Recurring Fitting(Review.Recurring review)
    {
        var longest = Duration.OfDays(review.Every switch { Cadence.Week => 7, Cadence.Month => 28, Cadence.Quarter => 90, Cadence.HalfYear => 181, _ => 365 });
        return review with
        {
            OpenFor = review.OpenFor > longest ? longest : review.OpenFor,
            Reviewers = review.Reviewers.Any(r => r is Subject.Self) ? [new Subject.Self()] : review.Reviewers,
            Fallback = review.Fallback.IsEmpty && review.Reviewers.Any(r => r is Subject.Manager) ? [SomebodyElse] : review.Fallback,
        };
    }

    private static EquatableArray<Callout> Fitting(AssignmentPolicy policy, EquatableArray<Callout> callouts, Neighbours all) =>
        callouts.Select(callout => ExtensionOf(policy, callout, all) is null ? callout with { Run = AnyOf(policy, callout, all) } : callout)
            .Where(callout => ExtensionOf(policy, callout, all) is not null)
            .Select(callout => callout with { At = ExtensionOf(policy, callout, all) is { Runs.Value: ExtensionOccasion.OnAssignment } ? Before(callout.At) : During(callout.At) })
            .Distinct().ToEquatableArray();

    private static Reference AnyOf(AssignmentPolicy policy, Callout callout, Neighbours all)
    {
        var there = all.Now.Select(d => d.Key).Where(key => key.Kind == EntityKind.CustomExtension && key.Parent == EntityKey.Catalog(policy.Catalog)).Order().ToList();
        return there.Count == 0 ? callout.Run : new Reference(ReferenceKind.Extension, ValidTexts.Pick(there, callout.Run.Name ?? "").Name);
    }

    private static CustomExtension? ExtensionOf(AssignmentPolicy policy, Callout callout, Neighbours all) =>
        all.Present(EntityKey.Extension(policy.Catalog, callout.Run.Name ?? ""))?.Entity as CustomExtension;

    private static CalloutStage Before(CalloutStage at) => at >= CalloutStage.FourteenDaysBeforeExpiration ? at : CalloutStage.OneDayBeforeExpiration;

    private static CalloutStage During(CalloutStage at) => at < CalloutStage.FourteenDaysBeforeExpiration ? at : CalloutStage.AssignmentGranted;
}
