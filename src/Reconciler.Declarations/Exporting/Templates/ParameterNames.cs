namespace Reconciler.Declarations.Exporting.Templates;

/// <summary>Names parameters after the keys where they stand: <c>who</c>, <c>expirationAfter</c>, <c>approvers2</c>.</summary>
internal static class ParameterNames
{
    // By itself such a word does not tell what of.
    private static readonly HashSet<string> Vague = new(["after", "until", "to", "by", "fallback", "within"], StringComparer.Ordinal);

    public static IReadOnlyList<(string Parameter, string Path)> Of(IEnumerable<string> paths)
    {
        List<(string, string)> named = [];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var path in paths)
        {
            var keys = path.Split('.').Select(key => key.Split('[')[0]).Where(key => key != "stages").ToArray();
            var name = keys is [.., var owner, var last] && Vague.Contains(last) ? $"{owner}{char.ToUpperInvariant(last[0])}{last[1..]}" : keys[^1];
            var free = name;
            for (var n = 2; !taken.Add(free); n++)
            {
                free = $"{name}{n}";
            }

            named.Add((free, path));
        }

        return named;
    }
}
