using Reconciler.Declarations.Exporting;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>A tenant as policy files, and whether they were written.</summary>
public sealed record ExportedRun(string TenantName, Export Export)
{
    /// <summary>What could not be read of the tenant: then nothing is written.</summary>
    public EquatableArray<string> Gaps { get; init; } = [];

    /// <summary>What stood against writing, or is worth saying.</summary>
    public EquatableArray<Diagnostic> Findings { get; init; } = [];

    /// <summary>How many findings the tenant came with that are known from now on.</summary>
    public int KnownFindings { get; init; }

    /// <summary>The baseline as it is to be; null where nothing comes into it.</summary>
    public string? BaselineText { get; init; }

    /// <summary>Whether the files are there now.</summary>
    public bool IsWritten { get; init; }

    public bool MayWrite => Gaps.IsEmpty && !Diagnostic.AnyErrors(Findings);
}
