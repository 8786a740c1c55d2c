using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>Both sides of the comparison and everything that decides about it: the input of <see cref="Planner"/>.</summary>
public sealed record BoundState
{
    public required TenantSnapshot Snapshot { get; init; }

    /// <summary>Every declared entity, parents before children.</summary>
    public required EquatableArray<BoundEntity> Entities { get; init; }

    /// <summary>Objects that an earlier run managed and nobody declares any more.</summary>
    public EquatableArray<ActualEntity> Undeclared { get; init; } = [];

    /// <summary>Objects that nobody declared or managed, in a place that is declared. They are left alone.</summary>
    public EquatableArray<ActualEntity> Unmanaged { get; init; } = [];

    /// <summary>Objects that nobody declared or managed, in catalogs that are pruned.</summary>
    public EquatableArray<ActualEntity> Pruned { get; init; } = [];

    /// <summary>When the plan is made; null where nothing runs out.</summary>
    public DateTimeOffset? Now { get; init; }

    public EquatableArray<Ignored> Ignored { get; init; } = [];

    public EquatableArray<Repointed> Repointed { get; init; } = [];

    /// <summary>What every name of the declarations stands for now.</summary>
    public EquatableArray<Pin> Pins { get; init; } = [];

    /// <summary>What earlier runs remember.</summary>
    public required Bindings Bindings { get; init; }

    /// <summary>Bindings that no longer mean anything: their object is gone, or was let go.</summary>
    public EquatableArray<Binding> Forgotten { get; init; } = [];

    public EquatableArray<Diagnostic> Diagnostics { get; init; } = [];

    public required SourceMap Sources { get; init; }
}
