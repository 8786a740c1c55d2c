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
        Header = [.. HeaderFields.Named, HeaderFields.Drain],
        Settings =
        [
            Setting("description", nameof(AssignmentPolicy.Description), p => p.Description, (p, v) => p with { Description = v },
                new Row(Shapes.Description, "What it is for.") { Graph = "description", Default = "" }),
            Setting("requestors", nameof(AssignmentPolicy.Requestors), p => p.Requestors, (p, v) => p with { Requestors = v },
                new Row(RequestorsFields.Shape, "Who may request, and what they may do themselves.")
                {
                    Graph = "requestorSettings", Touches = Touches.FutureRequestors,
                }),
            Setting("approval", nameof(AssignmentPolicy.Approval), p => p.Approval, (p, v) => p with { Approval = v },
                new Row(ApprovalFields.Shape, "Whether and by whom a request is approved.")
                {
                    Graph = "requestApprovalSettings", Touches = Touches.FutureRequestors, Judge = ApprovalFields.Judge,
                }),
            Setting("expiration", nameof(AssignmentPolicy.Expiration), p => p.Expiration, (p, v) => p with { Expiration = v },
                new Row(ExpirationFields.Shape, "When an assignment ends by itself.")
                {
                    Graph = "expiration", Touches = Touches.FutureRequestors, Judge = ExpirationFields.Judge,
                }),
        ],
        Later = ["automatic", "review", "questions", "notifications", "callouts"],
        Blank = key => new AssignmentPolicy { Catalog = key.Path[0], Package = key.Path[1], Name = key.Name },
        NeededToCreate = ["requestors", "approval", "expiration"],
    };
}
