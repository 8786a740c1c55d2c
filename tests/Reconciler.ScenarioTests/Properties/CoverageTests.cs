using FsCheck.Fluent;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.ScenarioTests.Properties.Generating;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>The properties are about the whole language: a row of the table that no case has would be believed in without having been tried.</summary>
public sealed class CoverageTests(ITestOutputHelper output)
{
    [Fact]
    public void Every_row_form_and_word_of_the_table_is_generated()
    {
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);

        // Cases cost little as long as nothing is done with them.
        var trials = Trial.Any.Sample(PropertyCheck.Cases * 5, 50).ToList();
        foreach (var had in trials.SelectMany(OfCase))
        {
            counts[had] = counts.GetValueOrDefault(had) + 1;
        }

        var lines = counts.Select(pair => $"{100.0 * pair.Value / trials.Count,5:f1} %  {pair.Key}").ToList();
        output.WriteLine(string.Join("\n", lines));
        PropertyCheck.Tell($"What {trials.Count} cases are made of:\n{string.Join("\n", lines)}");
        var never = Coverage.Possible.Where(row => !counts.ContainsKey(row)).ToList();
        Assert.True(trials.Count < 100 || never.Count == 0, $"Never generated: {string.Join(", ", never)}");
    }

    private static HashSet<string> OfCase(Trial trial) =>
    [
        .. trial.Now.Declarations.Where(d => d.Ensure == Ensure.Present).SelectMany(Coverage.Of),
        .. trial.Now.Declarations.SelectMany(HeaderOf),
        .. trial.Now.Ignores.IsEmpty ? Array.Empty<string>() : ["~ Ignore"],
        .. trial.Now.Waivers.IsEmpty ? Array.Empty<string>() : ["~ Waiver"],
        .. trial.Now.Scope is null ? Array.Empty<string>() : ["~ scope"],
        .. trial.Now.Written() is var written && written.Files.Any(file => file.Text.Contains("$(param.", StringComparison.Ordinal)) ? ["~ templates"] : Array.Empty<string>(),
        .. written.Files.Any(file => file.Text.Contains("$(var.", StringComparison.Ordinal)) ? ["~ variables"] : Array.Empty<string>(),
        .. trial.Messes.Select(mess => $"~ by hand: {mess.Kind}"),
    ];

    private static IEnumerable<string> HeaderOf(Declaration declaration)
    {
        yield return $"~ ensure: {declaration.Ensure}";
        if (declaration.Protect.IsWritten)
        {
            yield return $"~ protect: {declaration.Protect.Value}";
        }

        if (declaration.Prune)
        {
            yield return "~ prune";
        }

        if (declaration.Drain)
        {
            yield return "~ drain";
        }

        if (!declaration.Labels.IsEmpty)
        {
            yield return "~ labels";
        }

        if (!declaration.Previously.IsEmpty)
        {
            yield return "~ previously";
        }
    }
}
