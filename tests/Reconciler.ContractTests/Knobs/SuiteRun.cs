using System.Collections.Concurrent;
using Reconciler.Emulator;
using Xunit.Sdk;

namespace Reconciler.ContractTests.Knobs;

/// <summary>Runs tests of the contract side by side, each with an instance and tenants of its own.</summary>
internal static class SuiteRun
{
    private const int MostTold = 30;
    private const int MostLines = 14;

    /// <summary>Those that failed, with why.</summary>
    public static async Task<IReadOnlyDictionary<ContractCase, Exception>> FailuresAsync(IEnumerable<ContractCase> cases, Behaviour behaviour, Func<IWay> way)
    {
        var failures = new ConcurrentDictionary<ContractCase, Exception>();
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount };
        await Parallel.ForEachAsync(cases, options, async (one, _) =>
        {
            await using var reach = way();
            try
            {
                await one.RunAsync(new TurnedContract(behaviour, reach));
            }
            catch (Exception why)
            {
                failures[one] = why;
            }
        });
        return failures;
    }

    /// <summary>Fails where a test did, and says under which behaviour.</summary>
    public static void Succeeded(IReadOnlyDictionary<ContractCase, Exception> failures, string under)
    {
        if (failures.Count > 0)
        {
            var told = failures.OrderBy(failure => $"{failure.Key}", StringComparer.Ordinal).Take(MostTold).Select(failure => $"=== {failure.Key}\n{Short(failure.Value)}");
            throw new XunitException($"{failures.Count} tests of the contract fail under {under}\n{string.Join("\n", told)}");
        }
    }

    private static string Short(Exception why) => string.Join("\n", $"{why}".Split('\n').Where(line => !line.Contains("Xunit", StringComparison.Ordinal)).Take(MostLines));
}
