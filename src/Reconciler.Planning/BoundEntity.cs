using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>A declared entity beside the object of the tenant that it is; null where there is none yet.</summary>
public sealed record BoundEntity
{
    /// <summary>As declared, with every reference bound to an id.</summary>
    public required Declaration Declaration { get; init; }

    public required ActualEntity? Actual { get; init; }

    /// <summary>How the object was recognised.</summary>
    public required Match Match { get; init; }

    /// <summary>The id of what it lives in, or will; null where that is still to be created, and for what lives in the tenant itself.</summary>
    public string? ParentId { get; init; }

    public required SourceMap Sources { get; init; }

    /// <summary>Where it is declared. Looked for when somebody asks: of most entities there is nothing to say.</summary>
    public SourceSpan? Where => Sources.Find(Key, "");

    public EntityKey Key => Declaration.Key;

    public bool IsWanted => Declaration.Ensure == Ensure.Present;
}

/// <summary>How a declared entity was recognised in the tenant.</summary>
public enum Match
{
    /// <summary>It was not: it is to be created.</summary>
    Nothing,

    /// <summary>By the id that the file gives.</summary>
    DeclaredId,

    /// <summary>By the binding of an earlier run.</summary>
    Binding,

    /// <summary>By its name, for the first time: it is adopted.</summary>
    Name,

    /// <summary>By one of its former names: it is renamed.</summary>
    FormerName,

    /// <summary>There is only one: the settings, the built-in catalog.</summary>
    OnlyOne,
}
