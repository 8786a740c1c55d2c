using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Collects what is found while reading goes on.</summary>
internal sealed class Findings
{
    /// <summary>How many findings of one file are told; nobody reads more, and a broken file can hold a hundred thousand.</summary>
    public const int MostPerFile = 100;

    private readonly List<Diagnostic> _found = [];

    public bool AnyErrors => Diagnostic.AnyErrors(_found);

    /// <summary>In the order in which they were found.</summary>
    public IReadOnlyCollection<Diagnostic> All => _found;

    public void Add(Diagnostic finding) => _found.Add(finding);

    public void AddRange(Findings others) => _found.AddRange(others._found);

    public void AddRange(IEnumerable<Diagnostic> others) => _found.AddRange(others);

    /// <summary>By file, place and code, each once (a value behind two aliases is read twice), at most so many of a file.</summary>
    public EquatableArray<Diagnostic> InOrder() =>
        Shown(_found);

    /// <summary>The same of findings that were collected elsewhere; of several entities that one place makes wrong it is told once.</summary>
    public static EquatableArray<Diagnostic> Shown(IEnumerable<Diagnostic> findings) =>
        Sort(findings.DistinctBy(finding => finding with { About = null })).GroupBy(d => d.Where?.File ?? "", StringComparer.Ordinal).SelectMany(file => Capped([.. file])).ToEquatableArray();

    /// <summary>By file, place and code.</summary>
    public static IEnumerable<Diagnostic> Sort(IEnumerable<Diagnostic> findings) =>
        findings.OrderBy(d => d.Where?.File ?? "", StringComparer.Ordinal)
            .ThenBy(d => d.Where?.Line).ThenBy(d => d.Where?.Column)
            .ThenBy(d => d.Code, StringComparer.Ordinal).ThenBy(d => d.Message, StringComparer.Ordinal);

    private static IEnumerable<Diagnostic> Capped(ImmutableArray<Diagnostic> ofFile) =>
        ofFile.Length <= MostPerFile
            ? ofFile
            : ofFile.Take(MostPerFile).Append(LoadDiagnostics.More(ofFile[MostPerFile].Where, ofFile.Length - MostPerFile));
}
