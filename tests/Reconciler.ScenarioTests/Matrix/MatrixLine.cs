using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>A line of a plan: where, in the plan's words, and in sentences.</summary>
internal sealed partial record MatrixLine(string Path, string Text, IReadOnlyList<string> Sentences)
{
    /// <summary>Whether it is about a key: the key itself, the item or form that the key is in, or what is in it.</summary>
    public bool IsAbout(MatrixKey key)
    {
        var (here, there) = (Index().Replace(Path, "[]"), key.PlainPath.Replace("{}", $".{Sampler.MapKey}", StringComparison.Ordinal));
        return here.StartsWith(there, StringComparison.Ordinal) || there.StartsWith(here, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\[[0-9]+\]")]
    private static partial Regex Index();
}
