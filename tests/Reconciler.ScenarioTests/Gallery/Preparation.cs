using System.Globalization;

namespace Reconciler.ScenarioTests.Gallery;

/// <summary>
/// What is done to a workspace that no repository can hold as it is, a line each: <c>grow FILE BYTES</c> makes a file that long.
/// </summary>
internal static class Preparation
{
    public static void Follow(string instructions, string folder)
    {
        foreach (var line in File.Exists(instructions) ? File.ReadAllLines(instructions) : [])
        {
            if (line.Split(' ') is not ["grow", var name, var bytes])
            {
                throw new InvalidOperationException($"{instructions}: {line}");
            }

            using var file = File.OpenWrite(Path.Combine(folder, name));
            file.SetLength(long.Parse(bytes, CultureInfo.InvariantCulture));
        }
    }
}
