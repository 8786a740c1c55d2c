using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Writing;

/// <summary>A declaration that is to be written, with what stands inside it, and what of its settings can't be said.</summary>
internal sealed record WritableEntity(Declaration Declaration)
{
    public ImmutableArray<LeftOut> LeftOut { get; init; } = [];

    /// <summary>The entities in its lists, in the order in which they are written.</summary>
    public ImmutableArray<WritableEntity> Children { get; init; } = [];

    /// <summary>The name that it has in the tenant, where no policy file can hold that; null where it can.</summary>
    public string? UnsayableName { get; init; }

    public EntityKey Key => Declaration.Key;
}

/// <summary>A setting that is not written because it can't be said: it stays as the tenant has it.</summary>
internal sealed record LeftOut(string Setting, string Why);
