using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning;

/// <summary>A declared entity beside the object of the tenant that it is; null where there is none yet.</summary>
public sealed record BoundEntity
{
    /// <summary>As declared, with every reference bound to an id.</summary>
    public required Declaration Declaration
    {
        get;
        init => (field, Key, IsWanted) = (value, value.Key, value.Ensure == Ensure.Present);
    }

    public required ActualEntity? Actual { get; init; }

    /// <summary>How the object was recognised.</summary>
    public required Match Match { get; init; }

    /// <summary>The id of what it lives in, or will; null where that is still to be created, and for what lives in the tenant itself.</summary>
    public string? ParentId { get; init; }

    public required SourceMap Sources { get; init; }

    /// <summary>Where it is declared. Looked for when somebody asks: of most entities there is nothing to say.</summary>
    public SourceSpan? Where => Sources.Find(Key, "");

    /// <summary>Kept here, since every check asks for it, and there are tens of thousands to ask.</summary>
    public EntityKey Key { get; private init; } = EntityKey.Settings;

    /// <summary>Likewise.</summary>
    public bool IsWanted { get; private init; }
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
