using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.DirectAssignment>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="DirectAssignment"/>.</summary>
internal static class DirectAssignmentFields
{
    private static readonly Field Name = FieldOf<Header>.Value("user", nameof(Header.Name), h => h.Name, (h, v) => h with { Name = v },
        new Row(Shapes.Name, "Who is assigned, by user principal name.") { Portal = "Select users", IsRequired = true });

    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.DirectAssignment,
        Keyword = "DirectAssignment",
        Doc = "An assignment that is made without a request.",
        GraphTypes = ["accessPackageAssignment", "accessPackageAssignmentRequest"],
        NameKey = "user",
        Header = [Name, HeaderFields.Only],
        Settings =
        [
            Value("user", nameof(DirectAssignment.User), a => a.User, (a, v) => a with { User = v },
                new Row(new Shape.Named([ReferenceKind.User]), "Who is assigned.")
                { Says = "who is assigned", Portal = "Select users", Graph = ["accessPackageAssignment.target"], IsRequired = true, IsInline = true }),
            Setting("policy", nameof(DirectAssignment.Policy), a => a.Policy, (a, v) => a with { Policy = v },
                new Row(new Shape.Called(ReferenceKind.Policy), "The assignment policy of the package that it is made under.")
                { Says = "the policy", Portal = "Select policy", Graph = ["accessPackageAssignment.assignmentPolicy"], IsFixed = true }),
            Setting("from", nameof(DirectAssignment.From), a => a.From, (a, v) => a with { From = v },
                new Row(new Shape.Moment(Begins: true), "When it begins; at once where that is not written.")
                { Says = "when it begins", Portal = "Start date", Graph = ["accessPackageAssignment.schedule", "entitlementManagementSchedule.startDateTime"], IsFixed = true }),
            Setting("until", nameof(DirectAssignment.Until), a => a.Until, (a, v) => a with { Until = v },
                new Row(new Shape.Moment(), "When it ends; as the policy says where that is not written.")
                { Says = "when it ends", Portal = "End date", Graph = ["accessPackageAssignment.schedule", "entitlementManagementSchedule.expiration"], IsFixed = true }),
        ],
        NeededToCreate = [["policy"]],
        Blank = key => new DirectAssignment { Catalog = key.Path[0], Package = key.Path[1], User = new Reference(ReferenceKind.User, key.Name) },
    };
}
