using Xunit.Sdk;

namespace Reconciler.ScenarioTests;

/// <summary>Compares with a file that a person has read and accepted; <c>make accept</c> writes it anew.</summary>
internal static class Golden
{
    public static void Check(string scenario, string file, string actual) => CheckIn(Path.Combine(Scenario.Root, scenario), file, actual);

    public static void CheckIn(string folder, string file, string actual)
    {
        var (scenario, path) = (Path.GetFileName(folder), Path.Combine(folder, file));
        if (Environment.GetEnvironmentVariable("ACCEPT") == "1")
        {
            File.WriteAllText(path, actual);
            return;
        }

        if (!File.Exists(path))
        {
            throw new XunitException($"{scenario}/{file} is missing. Run make accept, and read what it writes.\n{actual}");
        }

        var expected = File.ReadAllText(path);
        if (expected != actual)
        {
            throw new XunitException($"{scenario}/{file} is not what came out.\n{FirstDifference(expected, actual)}");
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var (left, right) = (expected.Split('\n'), actual.Split('\n'));
        var at = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => left.ElementAtOrDefault(i) != right.ElementAtOrDefault(i));
        return $"line {at + 1}\n  accepted: {left.ElementAtOrDefault(at) ?? "(end)"}\n  came out: {right.ElementAtOrDefault(at) ?? "(end)"}";
    }
}
