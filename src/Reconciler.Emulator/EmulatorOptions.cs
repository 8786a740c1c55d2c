namespace Reconciler.Emulator;

/// <summary>What an emulated tenant takes from outside, and how strictly or faultily it behaves.</summary>
public sealed record EmulatorOptions
{
    public required TimeProvider Time { get; init; }

    public required Func<Guid> NewId { get; init; }

    /// <summary>Entities a page (contract 1.4). Below 100 it also bounds what <c>$top</c> can ask for, to exercise paging.</summary>
    public int PageSize { get; init; } = 100;

    /// <summary>Members Graph does not declare today are stored and given back instead of refused, as after an update of Graph.</summary>
    public bool StoresFutureMembers { get; init; }

    /// <summary>A policy created while another one is being created is refused with 409 DuplicateKey (contract 7.6).</summary>
    public bool RefusesConcurrentPolicyWrites { get; init; }
}
