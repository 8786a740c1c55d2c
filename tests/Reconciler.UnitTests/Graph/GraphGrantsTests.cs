using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

/// <summary>Which grants of Microsoft Graph are the least for what is needed.</summary>
public sealed class GraphGrantsTests
{
    public static TheoryData<AccessKind> Kinds => new(Enum.GetValues<AccessKind>());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_of_access_has_its_grant_and_that_gives_it(AccessKind kind)
    {
        var grant = GraphGrants.Of(kind);

        Assert.Equal(grant.Application, GraphGrants.Giving(kind, [grant.Application]));
        Assert.True(grant.Delegated is not null || grant.Role is not null);
        Assert.True(grant.Delegated is null || GraphGrants.Giving(kind, [grant.Delegated]) == grant.Delegated);
    }

    [Fact]
    public void What_another_grant_brings_along_is_left_out()
    {
        AccessKind[] kinds = [AccessKind.AddGroups, AccessKind.ReadManagement, AccessKind.WriteManagement, AccessKind.ReadGroups, AccessKind.AssignAutomatically, AccessKind.ReadSites];

        Assert.Equal(["EntitlementManagement.ReadWrite.All", "Sites.Read.All", "Group.ReadWrite.All"], GraphGrants.Least(kinds, isPerson: false));
        Assert.Equal(["EntitlementManagement.ReadWrite.All", "GroupMember.Read.All", "Sites.Read.All"], GraphGrants.Least(kinds, isPerson: true));
    }

    [Theory]
    [InlineData(AccessKind.ReadUsers, "Directory.Read.All", true)]
    [InlineData(AccessKind.ReadApplications, "directory.read.all", true)]
    [InlineData(AccessKind.ReadSites, "Directory.Read.All", false)]
    [InlineData(AccessKind.WriteRoles, "RoleManagement.ReadWrite.Directory", true)]
    [InlineData(AccessKind.WriteManagement, "RoleManagement.ReadWrite.Directory", false)]
    [InlineData(AccessKind.AddApplications, "Application.ReadWrite.OwnedBy", false)]
    public void A_wider_grant_will_do_where_it_is_known_to(AccessKind kind, string grant, bool does) =>
        Assert.Equal(does, GraphGrants.Giving(kind, [grant]) is not null);
}
