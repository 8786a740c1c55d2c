namespace Reconciler.Entitlements.Fields;

/// <summary>Makes the rows of lists of those who hold a role of entitlement management.</summary>
internal static class RoleHolders
{
    private static readonly Shape.ListOf Holders = Shapes.SetOf<Reference>(Shapes.Principal, "holder");

    public static Row Row(EntitlementRole role, string doc, string says, string portal) => new(Holders, doc)
    {
        Says = says,
        Portal = portal,
        Graph = ["unifiedRoleAssignment.principalId", "unifiedRoleAssignment.roleDefinitionId"],
        Touches = Touches.Delegates,
        Judge = Judgement.MoreWidens<Reference>,
        Item = who => new ListItem.RoleHolder(role, (Reference)who),
    };
}
