using YamlDotNet.Core;

namespace Reconciler.Benchmarks.Yardsticks;

/// <summary>The least that reading YAML can take: YamlDotNet's parser pulls every event of every file, one file after the other, and nobody looks at them.</summary>
internal static class BareParser
{
    /// <summary>How many events there are.</summary>
    public static int Walk(IEnumerable<string> files)
    {
        var events = 0;
        foreach (var file in files)
        {
            var parser = new Parser(new StringReader(File.ReadAllText(file)));
            while (parser.MoveNext())
            {
                events++;
            }
        }

        return events;
    }
}
