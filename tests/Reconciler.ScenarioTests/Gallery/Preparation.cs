using System.Globalization;
using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests.Gallery;

/// <summary>
/// What is done to a workspace that no repository can hold as it is, a line each: <c>grow FILE to N bytes</c>; and, for what somebody did to the tenant or to
/// the memory of it, <c>in FILE write "NEW" for "OLD"</c>.
/// </summary>
internal static partial class Preparation
{
    public static void Follow(string instructions, string folder)
    {
        foreach (var line in File.Exists(instructions) ? File.ReadAllLines(instructions) : [])
        {
            if (Grow().Match(line) is { Success: true } grow)
            {
                using var file = File.OpenWrite(Path.Combine(folder, grow.Groups["file"].Value));
                file.SetLength(long.Parse(grow.Groups["bytes"].Value, CultureInfo.InvariantCulture));
            }
            else
            {
                var write = Write().Match(line);
                var path = Path.Combine(folder, write.Groups["file"].Value);
                var (before, old) = (File.ReadAllText(path), write.Groups["old"].Value);
                Assert.Contains(old, before, StringComparison.Ordinal);
                File.WriteAllText(path, before.Replace(old, write.Groups["new"].Value, StringComparison.Ordinal));
            }
        }
    }

    [GeneratedRegex("^grow (?<file>.+) to (?<bytes>[0-9]+) bytes$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Grow();

    [GeneratedRegex("^in (?<file>.+) write \"(?<new>.*)\" for \"(?<old>.*)\"$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex Write();
}
