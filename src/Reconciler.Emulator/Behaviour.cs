namespace Reconciler.Emulator;

/// <summary>
/// How strictly, slowly or faultily an emulated tenant behaves (contract 23, 24). As it stands it is prompt and forgiving; every knob can be
/// turned while the tenant runs.
/// </summary>
public sealed record Behaviour
{
    /// <summary>Entities a page (contract 1.4). Below 100 it also bounds what <c>$top</c> can ask for, to exercise paging.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Entities a collection inside an expanded entity shows before it is cut and carries a next link; null never cuts.</summary>
    public int? NestedPageSize { get; init; }

    /// <summary>Members Graph does not declare today are stored and given back instead of refused, as after an update of Graph.</summary>
    public bool StoresFutureMembers { get; init; }

    /// <summary>A policy created while another one is being created is refused with 409 DuplicateKey (contract 7.6).</summary>
    public bool RefusesConcurrentPolicyWrites { get; init; }

    /// <summary><c>$expand</c> of sponsors on the list of connected organizations is refused, which nobody documents (contract 1.3).</summary>
    public bool RefusesSponsorsInLists { get; init; }

    /// <summary><c>$expand</c> of incompatible packages and groups on a list of packages is refused, which nobody documents (contract 1.3).</summary>
    public bool RefusesIncompatiblesInLists { get; init; }

    /// <summary>A connected organization that a policy names can be deleted, which leaves the policy naming nobody (contract 11).</summary>
    public bool DeletesOrganizationsInUse { get; init; }

    /// <summary>Assignments stay in state <c>delivering</c> instead of being delivered at once (contract 8).</summary>
    public bool LeavesAssignmentsDelivering { get; init; }
}
