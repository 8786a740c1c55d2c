using System.Collections.Immutable;

namespace Reconciler.Entitlements;

/// <summary>What each kind of reference is called, and where it is looked for.</summary>
public static class ReferenceKinds
{
    /// <summary>The kinds that are principals of the directory and have their id there.</summary>
    public static bool IsOfDirectory(this ReferenceKind kind) => kind <= ReferenceKind.ServicePrincipal;

    /// <summary>The kinds that are entities of the language, declared or in the tenant.</summary>
    public static bool IsEntity(this ReferenceKind kind) => kind >= ReferenceKind.Organization;

    private static readonly ImmutableArray<string> Words =
        [.. Enum.GetNames<ReferenceKind>().Select(name => char.ToLowerInvariant(name[0]) + name[1..])];

    /// <summary>The key of the language.</summary>
    public static string Word(this ReferenceKind kind) => Words[(int)kind];

    /// <summary>As it stands in a sentence.</summary>
    public static string Noun(this ReferenceKind kind) => kind switch
    {
        ReferenceKind.ServicePrincipal => "service principal",
        ReferenceKind.Organization => "connected organization",
        ReferenceKind.Package => "access package",
        ReferenceKind.Extension => "custom extension",
        ReferenceKind.Policy => "assignment policy",
        _ => kind.Word(),
    };
}
