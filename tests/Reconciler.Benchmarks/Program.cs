using System.Globalization;
using BenchmarkDotNet.Running;
using Reconciler.Benchmarks;
using Reconciler.Benchmarks.Measuring;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.InvariantCulture;

// `micro` hands the rest to BenchmarkDotNet; a name of a group measures that one alone.
if (args is ["micro", .. var rest])
{
    BenchmarkSwitcher.FromAssembly(typeof(ProcessOfItsOwn).Assembly).Run(rest);
    return 0;
}

// What runs in processes of their own.
if (ProcessOfItsOwn.Find(args) is { } run)
{
    await run();
    return 0;
}

var groups = new Dictionary<string, Func<IEnumerable<IResult>>>
{
    ["validate"] = ValidateComparisons.Measure,
    ["startup"] = StartupComparisons.Measure,
    ["export"] = ExportComparisons.Measure,
    ["planning"] = PlanningComparisons.Measure,
    ["save"] = SaveComparisons.Measure,
    ["read"] = ReadComparisons.Measure,
    ["plan"] = PlanFigures.Measure,
    ["create"] = CreateFigures.Measure,
    ["edit"] = EditFigures.Measure,
};
if (args.FirstOrDefault(name => !groups.ContainsKey(name)) is { } unknown)
{
    await Console.Error.WriteLineAsync($"There is no group \"{unknown}\"; there are {string.Join(", ", groups.Keys)} and micro.");
    return 3;
}

List<IResult> results = [];
foreach (var group in args.Length == 0 ? groups.Keys : (IEnumerable<string>)args)
{
    foreach (var result in groups[group]())
    {
        await Console.Error.WriteLineAsync($"{result.What}: {result.Short}");
        results.Add(result);
    }
}

await Console.Out.WriteLineAsync(ComparisonTable.Of(results));
return results.TrueForAll(result => result.IsKept) ? 0 : 1;
