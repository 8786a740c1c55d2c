using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>A tenant as policy files.</summary>
public sealed record Export
{
    /// <summary>By path.</summary>
    public EquatableArray<PolicyFile> Files { get; init; } = [];

    /// <summary>How many entities of each kind the tenant has in the part that was asked for, without direct assignments.</summary>
    public EquatableArray<KindCount> Counts { get; init; } = [];

    /// <summary>What was found worth saying; with an error among them nothing is to be written.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>How many templates were made.</summary>
    public int Templates { get; init; }

    /// <summary>The files as they are read again.</summary>
    public LoadResult ReadAgain { get; init; } = new();

    public bool IsEmpty => Files.IsEmpty;
}

/// <summary>A policy file that does not exist yet.</summary>
/// <param name="Path">Relative to the workspace, with slashes.</param>
public sealed record PolicyFile(string Path, string Text);

/// <summary>How many entities of a kind there are, and what became of them.</summary>
/// <param name="There">In the tenant.</param>
/// <param name="Exported">In the files, counted after they were read again.</param>
/// <param name="Declared">Declared by the workspace already.</param>
public sealed record KindCount(EntityKind Kind, int There, int Exported, int Declared);
