using System.Diagnostics;
using System.Text;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>Makes a case that shows a problem as small as it can in a short time: by lines, then by characters.</summary>
internal static class Minimizer
{
    private static readonly TimeSpan Enough = TimeSpan.FromSeconds(30);

    public static FuzzCase Minimize(FuzzCase fuzz, string problem)
    {
        var check = new FuzzCheck();
        var clock = Stopwatch.StartNew();
        bool Shows(FuzzCase candidate) => clock.Elapsed < Enough && check.Problem(candidate) == problem;

        if (Shows(fuzz with { Workspace = FuzzCase.PlainWorkspace }))
        {
            fuzz = fuzz with { Workspace = FuzzCase.PlainWorkspace };
        }

        var policies = fuzz;
        fuzz = fuzz with { Workspace = Without(fuzz.Workspace, text => Shows(policies with { Workspace = text })) };

        // Bytes that are no text keep their number as Latin-1.
        var whole = fuzz;
        var text = Without(Encoding.Latin1.GetString(fuzz.Policies), text => Shows(whole with { Policies = Encoding.Latin1.GetBytes(text) }));
        return fuzz with { Policies = Encoding.Latin1.GetBytes(text) };
    }

    private static string Without(string text, Func<string, bool> shows)
    {
        for (var size = text.Length / 2; size >= 1; size /= 2)
        {
            for (var at = 0; at + size <= text.Length;)
            {
                var shorter = text.Remove(at, size);
                if (shows(shorter))
                {
                    text = shorter;
                }
                else
                {
                    at += size;
                }
            }
        }

        return text;
    }
}
