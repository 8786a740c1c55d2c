using System.Runtime.CompilerServices;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Xunit.Sdk;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>Every key of the language, created, changed, cleared and taken out, through the whole tool.</summary>
public sealed class MatrixTests
{
    private static readonly Dictionary<EntityKind, Lazy<Task<MatrixResult>>> Results =
        Language.Tables.ToDictionary(table => table.Kind, table => new Lazy<Task<MatrixResult>>(() => Task.Run(() => MatrixRun.OfAsync(table))));

    public static TheoryData<EntityKind> Kinds => new(Language.Tables.Select(table => table.Kind));

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_key_comes_and_goes_and_nothing_else_changes(EntityKind kind)
    {
        var result = await Results[kind].Value;

        Assert.True(result.Failures.Count == 0, string.Join("\n\n", result.Failures.Take(40)));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Every_key_of_the_table_is_in_the_matrix_in_every_case(EntityKind kind)
    {
        var entries = (await Results[kind].Value).Entries;
        var there = entries.Select(entry => (entry.Row.Key.Path, entry.Case)).ToHashSet();

        Assert.All(MatrixKey.Of(Language.Of(kind)), key => Assert.All(Enum.GetValues<MatrixCase>(), @case => Assert.Contains((key.Path, @case), there)));
    }

    [Fact]
    public async Task The_matrix_reads_as_somebody_has_accepted_it()
    {
        var results = await Task.WhenAll(Language.Tables.Select(table => Results[table.Kind].Value));
        var text = MatrixText.Heading + MatrixText.Of(results.SelectMany(result => result.Entries));

        var path = Path.Combine(Here(), "matrix.txt");
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            await File.WriteAllTextAsync(path, text);
        }
        else if (!File.Exists(path) || await File.ReadAllTextAsync(path) != text)
        {
            throw new XunitException($"Matrix/matrix.txt is not what came out. Run make accept, and read the difference.\n{FirstDifference(path, text)}");
        }
    }

    private static string FirstDifference(string path, string actual)
    {
        var accepted = File.Exists(path) ? File.ReadAllLines(path) : [];
        var (at, line) = actual.Split('\n').Index().FirstOrDefault(pair => pair.Item != accepted.ElementAtOrDefault(pair.Index));
        return $"line {at + 1}\n  accepted: {accepted.ElementAtOrDefault(at) ?? "(end)"}\n  came out: {line}";
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}
