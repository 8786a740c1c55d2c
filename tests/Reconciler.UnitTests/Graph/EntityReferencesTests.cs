using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Graph.Reading;

namespace Reconciler.UnitTests.Graph;

public sealed class EntityReferencesTests
{
    private static readonly Reference Group = new(ReferenceKind.Group, null, "g1");
    private static readonly Subject[] Subjects = [new Subject.Principal(Group), new Subject.Manager(1), new Subject.Principal(new Reference(ReferenceKind.User, null, "u1"))];

    public static TheoryData<Entity> Entities =>
    [
        new Catalog
        {
            Name = "C",
            Resources = (EquatableArray<CatalogResource>)[new CatalogResource { Resource = Group }],
            Delegates = new Delegates { Owners = List("o"), Readers = List("r"), AccessPackageManagers = List("p"), AssignmentManagers = List("a") },
        },
        new AccessPackage
        {
            Catalog = "C",
            Name = "P",
            ResourceRoles = (EquatableArray<ResourceRole>)[new ResourceRole { Resource = Group }],
            IncompatibleWith = (EquatableArray<Reference>)[Group, new Reference(ReferenceKind.Package, null, "p2")],
        },
        new AssignmentPolicy
        {
            Catalog = "C",
            Package = "P",
            Name = "Q",
            Requestors = new Requestors { Who = new RequestorScope.Listed(List("w")), OnBehalf = new OnBehalf.By([.. Subjects]) },
            Approval = new Approval.Required
            {
                Stages = [new ApprovalStage { Approvers = [.. Subjects], Fallback = [.. Subjects], Escalation = new Escalation.After(Duration.OfDays(1)) { To = [.. Subjects], Fallback = [.. Subjects] } }],
            },
            Review = new Review.Recurring(Cadence.Year)
            {
                Starting = new DateOnly(2026, 1, 1), OpenFor = Duration.OfDays(5), Reviewers = [.. Subjects], Fallback = [.. Subjects], OnNoResponse = NoResponse.KeepAccess,
            },
            Callouts = (EquatableArray<Callout>)[new Callout(CalloutStage.RequestCreated, new Reference(ReferenceKind.Extension, null, "x1"))],
        },
        new ConnectedOrganization { Name = "O", Sponsors = new Sponsors { Internal = List("i"), External = List("e") } },
        new TenantRoles { CatalogCreators = List("c"), ConnectedOrganizationAdministrators = List("o") },
    ];

    [Theory]
    [MemberData(nameof(Entities))]
    public void Every_reference_that_the_table_knows_is_gone_through(Entity entity)
    {
        Assert.Equal(References.Rewrite(entity, (_, reference) => Renamed(reference)), EntityReferences.Each(entity, Renamed));
        Assert.All(References.In(EntityReferences.Each(entity, Renamed)), found => Assert.EndsWith("!", found.Reference.Id, StringComparison.Ordinal));
        Assert.Equal(entity, EntityReferences.Each(entity, reference => reference));
    }

    private static Reference Renamed(Reference reference) => reference with { Id = reference.Id + "!" };

    private static EquatableArray<Reference> List(string id) => [new Reference(ReferenceKind.User, null, id), Group];
}
