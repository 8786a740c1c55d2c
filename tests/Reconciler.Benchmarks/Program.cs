using System.Globalization;
using BenchmarkDotNet.Running;
using Reconciler.Benchmarks;
using Reconciler.Benchmarks.Measuring;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// `micro` hands the rest to BenchmarkDotNet; a name of a group measures that one alone.
if (args is ["micro", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(rest);
    return 0;
}

var groups = new Dictionary<string, Func<IEnumerable<Comparison>>>
{
    ["validate"] = ValidateComparisons.Measure,
    ["startup"] = StartupComparisons.Measure,
    ["export"] = ExportComparisons.Measure,
    ["planning"] = PlanningComparisons.Measure,
    ["save"] = SaveComparisons.Measure,
};
if (args.FirstOrDefault(name => !groups.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no group \"{unknown}\"; there are {string.Join(", ", groups.Keys)} and micro.");
    return 3;
}

List<Comparison> comparisons = [];
foreach (var group in args.Length == 0 ? groups.Keys : (IEnumerable<string>)args)
{
    foreach (var comparison in groups[group]())
    {
        await Console.Error.WriteLineAsync($"{comparison.What}: {comparison.Ratio:0.00}");
        comparisons.Add(comparison);
    }
}

await Console.Out.WriteLineAsync(ComparisonTable.Of(comparisons));
return comparisons.TrueForAll(comparison => comparison.IsKept) ? 0 : 1;
