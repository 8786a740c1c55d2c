using Reconciler.Emulator.Behaving;

namespace Reconciler.Emulator;

/// <summary>
/// How strictly, slowly or faultily an emulated tenant behaves (contract 23, 24). As it stands it is prompt and forgiving; every knob can be
/// turned while the tenant runs, by replacing the value as a whole. <see cref="BehaviourJson"/> writes and reads it.
/// </summary>
public sealed record Behaviour
{
    /// <summary>Entities a page (contract 1.4). Below 100 it also bounds what <c>$top</c> can ask for, to exercise paging.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Entities a collection inside an expanded entity shows before it is cut and carries a next link; null never cuts.</summary>
    public int? NestedPageSize { get; init; }

    /// <summary><c>$top</c> decides how many entities a page has; otherwise it is read and forgotten (contract 1.4, question 1 of 24).</summary>
    public bool HonoursTop { get; init; } = true;

    /// <summary>Members Graph does not declare today are stored and given back instead of refused, as after an update of Graph.</summary>
    public bool StoresFutureMembers { get; init; }

    /// <summary>A policy created while another one is being created is refused with 409 DuplicateKey (contract 7.6).</summary>
    public bool RefusesConcurrentPolicyWrites { get; init; }

    /// <summary><c>$expand</c> of sponsors on the list of connected organizations is refused, which nobody documents (contract 1.3).</summary>
    public bool RefusesSponsorsInLists { get; init; }

    /// <summary><c>$expand</c> of custom extension stages on a list of policies, or of packages with their policies, is refused (contract 7.6).</summary>
    public bool RefusesCalloutsInLists { get; init; }

    /// <summary>A connected organization that a policy names can be deleted, which leaves the policy naming nobody (contract 11).</summary>
    public bool DeletesOrganizationsInUse { get; init; }

    /// <summary>What becomes of an assignment that an administrator requests (contract 8).</summary>
    public DeliveryOutcome Delivery { get; init; }

    /// <summary>What takes its time, though it was accepted (contract 1.5).</summary>
    public Delays Delays { get; init; } = new();

    /// <summary>Refusals that go away by themselves (contract 1.2).</summary>
    public Transients Transients { get; init; } = new();

    /// <summary>What goes wrong between client and service (contract 1.6).</summary>
    public Faults Faults { get; init; } = new();

    /// <summary>Forms of answers that differ from tenant to tenant (contract 23).</summary>
    public Shapes Shapes { get; init; } = new();

    /// <summary>What no public source settles, either way (contract 24).</summary>
    public OpenQuestions OpenQuestions { get; init; } = new();
}
