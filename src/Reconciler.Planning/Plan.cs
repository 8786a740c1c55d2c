using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>What would be done to a tenant, and all that is to be said about it.</summary>
public sealed record Plan
{
    public required string TenantId { get; init; }

    public required string TenantName { get; init; }

    public PlanOptions Options { get; init; } = new();

    /// <summary>Deletes first, then by place: the order in which people should read them.</summary>
    public EquatableArray<PlannedChange> Changes { get; init; } = [];

    /// <summary>The writes, in an order in which they can be made.</summary>
    public EquatableArray<Step> Steps { get; init; } = [];

    /// <summary>Objects found by name or id that no earlier run had managed. Applying records them and writes nothing.</summary>
    public EquatableArray<EntityKey> Adopted { get; init; } = [];

    /// <summary>Declared absent, and absent already: their lines can go.</summary>
    public EquatableArray<EntityKey> Gone { get; init; } = [];

    /// <summary>Objects in declared places that nobody declares. They are left alone.</summary>
    public EquatableArray<EntityKey> Unmanaged { get; init; } = [];

    /// <summary>Deletes and removals that <see cref="PlanOptions.NoRemovals"/> left out.</summary>
    public EquatableArray<HeldBack> HeldBack { get; init; } = [];

    /// <summary>Settings that decide about access and that a declared policy leaves to the tenant.</summary>
    public EquatableArray<NotManaged> NotManaged { get; init; } = [];

    /// <summary>What declared entities have that the language has no word for yet. It stays as it is.</summary>
    public EquatableArray<Kept> Kept { get; init; } = [];

    /// <summary>What could not be read. With a gap nothing is applied.</summary>
    public EquatableArray<string> Gaps { get; init; } = [];

    public EquatableArray<Diagnostic> Diagnostics { get; init; } = [];

    /// <summary>How many findings are known beforehand, and are neither shown nor among the diagnostics.</summary>
    public int KnownFindings { get; init; }

    /// <summary>Every binding that the tenant's objects have once nothing more is to be changed.</summary>
    public EquatableArray<Binding> Bindings { get; init; } = [];

    /// <summary>What is declared and outside of the workspace's scope: neither declared nor undeclared.</summary>
    public EquatableArray<EntityKey> OutOfScope { get; init; } = [];

    /// <summary>What is let go without being deleted: nobody manages it from then on.</summary>
    public EquatableArray<EntityKey> LetGo { get; init; } = [];

    /// <summary>Direct assignments that are declared and whose end has passed. They are not made again.</summary>
    public EquatableArray<EntityKey> Ended { get; init; } = [];

    /// <summary>Settings that are left to others. Neither compared nor written.</summary>
    public EquatableArray<Ignored> Ignored { get; init; } = [];

    /// <summary>Deletes and creations that look like one object under two names.</summary>
    public EquatableArray<LooksRenamed> LooksRenamed { get; init; } = [];

    /// <summary>What is protected from now on, and what no longer is.</summary>
    public EquatableArray<Protection> Protection { get; init; } = [];

    /// <summary>What every name of the declarations stands for: what is approved with this plan.</summary>
    public EquatableArray<Pin> Pins { get; init; } = [];

    /// <summary>Bindings to forget: their object is gone, or was let go.</summary>
    public EquatableArray<Binding> Forgotten { get; init; } = [];

    public bool IsEmpty => Changes.IsEmpty;

    /// <summary>The one place where it is decided that a plan must not be applied, whoever asks.</summary>
    public bool CanApply => Gaps.IsEmpty && !Diagnostic.AnyErrors(Diagnostics);

    public int Count<TChange>()
        where TChange : PlannedChange => Changes.OfType<TChange>().Count();
}
