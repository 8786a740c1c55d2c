using System.Text.RegularExpressions;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Behaving;

/// <summary>A script under way: how many requests each of its steps has seen.</summary>
internal sealed class ScriptRun(FaultScript script)
{
    private readonly (FaultStep Step, Regex Path)[] _steps = [.. script.Steps.Select(step => (step, Pattern(step.Path)))];
    private readonly int[] _seen = new int[script.Steps.Count];

    public FaultScript Script => script;

    /// <summary>Every step counts the request, whichever answers it.</summary>
    public FaultStep? Next(GraphRequest request)
    {
        FaultStep? turn = null;
        var path = Uri.UnescapeDataString(request.Path);
        for (var index = 0; index < _steps.Length; index++)
        {
            var (step, pattern) = _steps[index];
            if ((step.Method is null || step.Method == request.Method.Method) && pattern.IsMatch(path))
            {
                _seen[index]++;
                turn ??= step.Nth is null || step.Nth == _seen[index] ? step : null;
            }
        }

        return turn;
    }

    private static Regex Pattern(string path)
    {
        var parts = path.Replace("…", "*", StringComparison.Ordinal).Split('*').Select(Regex.Escape);
        return new($"^{string.Join(".*", parts)}$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline | RegexOptions.NonBacktracking);
    }
}
