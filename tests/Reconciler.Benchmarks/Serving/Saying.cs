namespace Reconciler.Benchmarks.Serving;

/// <summary>What was asked, for whoever wants to know where requests go: RECONCILER_BENCH_REQUESTS says so.</summary>
internal static class Saying
{
    public static void Kinds(WireLog log)
    {
        if (Environment.GetEnvironmentVariable("RECONCILER_BENCH_REQUESTS") is { Length: > 0 })
        {
            Console.Error.WriteLine(string.Join('\n', log.Kinds()));
        }
    }
}
