using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.AssignmentPolicy>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="AssignmentPolicy"/>; its setting groups have files of their own.</summary>
internal static class AssignmentPolicyFields
{
    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.AssignmentPolicy,
        Keyword = "AssignmentPolicy",
        Doc = "Who may get an access package, who approves, and for how long.",
        GraphTypes = ["accessPackageAssignmentPolicy"],
        Header = [.. HeaderFields.Named, HeaderFields.Drain],
        Settings =
        [
            Setting("description", nameof(AssignmentPolicy.Description), p => p.Description, (p, v) => p with { Description = v },
                new Row(Shapes.Description, "What it is for.") { Says = "the description", Portal = "Description", Graph = ["accessPackageAssignmentPolicy.description"], Default = "" }),
            Setting("requestors", nameof(AssignmentPolicy.Requestors), p => p.Requestors, (p, v) => p with { Requestors = v },
                new Row(RequestorsFields.Shape, "Who may request, and what they may do themselves.")
                {
                    Says = "who may request", Portal = "Users who can request access", Touches = Touches.FutureRequestors,
                    Graph =
                    [
                        "accessPackageAssignmentPolicy.requestorSettings", "accessPackageAssignmentPolicy.allowedTargetScope",
                        "accessPackageAssignmentPolicy.specificAllowedTargets",
                    ],
                }),
            Setting("automatic", nameof(AssignmentPolicy.Automatic), p => p.Automatic, (p, v) => p with { Automatic = v },
                new Row(AutomaticFields.Shape, "Instead of `requestors`: assigned without a request to everybody for whom a rule holds.")
                {
                    Says = "who is assigned without a request", Portal = "Auto assignment policy", Touches = Touches.Holders, Judge = Judgement.Any,
                    Graph =
                    [
                        "accessPackageAssignmentPolicy.automaticRequestSettings", "accessPackageAutomaticRequestSettings.requestAccessForAllowedTargets",
                        "accessPackageAssignmentPolicy.allowedTargetScope", "accessPackageAssignmentPolicy.specificAllowedTargets",
                    ],
                }),
            Setting("approval", nameof(AssignmentPolicy.Approval), p => p.Approval, (p, v) => p with { Approval = v },
                new Row(ApprovalFields.Shape, "Whether and by whom a request is approved.")
                {
                    Says = "who approves a request", Portal = "Require approval", Touches = Touches.FutureRequestors, Judge = ApprovalFields.Judge,
                    Graph = ["accessPackageAssignmentPolicy.requestApprovalSettings", "accessPackageAssignmentApprovalSettings.isApprovalRequiredForAdd"],
                }),
            Setting("expiration", nameof(AssignmentPolicy.Expiration), p => p.Expiration, (p, v) => p with { Expiration = v },
                new Row(ExpirationFields.Shape, "When an assignment ends by itself.")
                {
                    Says = "when an assignment ends by itself", Portal = "Access package assignments expire",
                    Touches = Touches.FutureRequestors, Judge = ExpirationFields.Judge,
                    Graph = ["accessPackageAssignmentPolicy.expiration", "expirationPattern.type"],
                }),
            Setting("review", nameof(AssignmentPolicy.Review), p => p.Review, (p, v) => p with { Review = v },
                new Row(ReviewFields.Shape, "Whether somebody looks regularly at who holds the access.")
                {
                    Says = "the review of access", Portal = "Require access reviews", Touches = Touches.Holders, Judge = ReviewFields.Judge,
                    Graph =
                    [
                        "accessPackageAssignmentPolicy.reviewSettings", "accessPackageAssignmentReviewSettings.isEnabled",
                        "accessPackageAssignmentReviewSettings.schedule",
                    ],
                }),
            Setting("questions", nameof(AssignmentPolicy.Questions), p => p.Questions, (p, v) => p with { Questions = v },
                new Row(Shapes.SequenceOf<Question>(QuestionFields.Shape, "question") with { Most = 100 }, "What requestors are asked, in this order.")
                {
                    Says = "what requestors are asked", Portal = "Requestor information",
                    Default = EquatableArray.Create<Question>([]), Touches = Touches.FutureRequestors,
                    Graph = ["accessPackageAssignmentPolicy.questions", "accessPackageQuestion.sequence"],
                }),
            Setting("notifications", nameof(AssignmentPolicy.Notifications), p => p.Notifications, (p, v) => p with { Notifications = v },
                new Row(Shapes.Truth, "Whether those concerned get mail.")
                {
                    Says = "those concerned get mail", Default = true,
                    Graph = ["accessPackageAssignmentPolicy.notificationSettings", "accessPackageNotificationSettings.isAssignmentNotificationDisabled"],
                }),
            Setting("callouts", nameof(AssignmentPolicy.Callouts), p => p.Callouts, (p, v) => p with { Callouts = v },
                new Row(Shapes.SetOf<Callout>(CalloutFields.Shape, "callout"), "Which custom extensions of the catalog run, and when.")
                {
                    Says = "which custom extensions run", Portal = "Custom extensions", Default = EquatableArray.Create<Callout>([]),
                    Graph = ["accessPackageAssignmentPolicy.customExtensionStageSettings"],
                }),
        ],
        Blank = key => new AssignmentPolicy { Catalog = key.Path[0], Package = key.Path[1], Name = key.Name },
        NeededToCreate = [["requestors", "automatic"], ["approval"], ["expiration"]],
    };
}
