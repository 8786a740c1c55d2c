using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Why a case of a key can't be: so that what is not tried is said rather than skipped.</summary>
internal static class MatrixReasons
{
    /// <summary>The cases of a key's first row that have not been gone through.</summary>
    public static IEnumerable<MatrixEntry> Of(IEnumerable<MatrixRow> rows, IReadOnlyCollection<MatrixEntry> entries) =>
        from row in rows
        where row.IsFirst
        from @case in Enum.GetValues<MatrixCase>()
        where !entries.Any(entry => entry.Row == row && entry.Case == @case)
        select new MatrixEntry(row, @case, [], Reason(row, @case));

    /// <summary>Why a key can't have any value where it stands; null where it can.</summary>
    public static string? WhyNot(MatrixKey key) =>
        key.Path.EndsWith("(text).localizations{}.choices", StringComparison.Ordinal) ? "a question that is answered in words has no choices" : null;

    /// <summary>Why a change of a key's value is none of its entity; null where it is one.</summary>
    public static string? WhyNoChange(MatrixKey key) => (key.Table.Kind, key.Path) switch
    {
        (EntityKind.DirectAssignment, "user") => "another user is another assignment",
        (EntityKind.DirectAssignment, "from") => "when an assignment began is not compared",
        _ => null,
    };

    private static string Reason(MatrixRow row, MatrixCase @case) => WhyNot(row.Key) ?? @case switch
    {
        MatrixCase.Change when WhyNoChange(row.Key) is { } why => why,
        MatrixCase.Create => "a tenant has it from the start",
        MatrixCase.Change => "it has one value only",
        _ when MatrixRun.IsFixed(row) => row.Key.Table.Kind == EntityKind.DirectAssignment ? "an assignment is made and never changed" : "it is fixed once it is there",
        MatrixCase.Clear or MatrixCase.Write => "it can't be empty",
        _ => throw new InvalidOperationException($"{row.Key.Path} {@case} was not tried, and nobody knows why."),
    };
}
