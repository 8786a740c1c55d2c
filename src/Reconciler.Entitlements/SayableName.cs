using System.Text;

namespace Reconciler.Entitlements;

/// <summary>What of a name a policy file can hold. A directory takes names that no reviewer could read, and that a file therefore refuses.</summary>
public static class SayableName
{
    /// <summary>The longest name of anything; Graph documents no limit (contract 1.9).</summary>
    public const int Longest = 256;

    /// <summary>What stands for a name of which nothing is left.</summary>
    public const string Nothing = "(no name)";

    /// <summary>The name without what nobody sees, without space around it, and no longer than a file takes; a name that a file can hold is its own.</summary>
    public static string Of(string name)
    {
        var said = Cut(Seen(name).Trim()).TrimEnd();
        return said.Length == 0 ? Nothing : said;
    }

    private static string Seen(string name)
    {
        if (TextRules.FirstForbidden(name, isName: true) is null)
        {
            return name;
        }

        var seen = new StringBuilder(name.Length);
        for (var i = 0; i < name.Length; i++)
        {
            if (char.IsSurrogatePair(name, i))
            {
                seen.Append(name, i++, 2);
            }
            else if (!TextRules.IsForbidden(name[i], isName: true))
            {
                seen.Append(name[i]);
            }
        }

        return seen.ToString();
    }

    // Half of a character is none.
    private static string Cut(string name) => name.Length <= Longest ? name : name[..(char.IsHighSurrogate(name[Longest - 1]) ? Longest - 1 : Longest)];
}
