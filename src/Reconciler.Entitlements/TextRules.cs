namespace Reconciler.Entitlements;

/// <summary>Which characters a text of a policy file can't hold: those nobody sees in a review.</summary>
public static class TextRules
{
    /// <summary>Where the first character is that can't stand there; null where all can. A name has one line, and its letters run one way.</summary>
    public static int? FirstForbidden(string text, bool isName)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (IsForbidden(text[i], isName))
            {
                return i;
            }
        }

        return null;
    }

    /// <summary>Whether a character, or half of one, can stand nowhere.</summary>
    public static bool IsForbidden(char c, bool isName) =>
        char.IsSurrogate(c) || c is '\uFFFE' or '\uFFFF'
        || (char.IsControl(c) && (isName || c is not ('\n' or '\t')))
        || (isName && c is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069') or '\u2028' or '\u2029' or '\u200B' or '\u200E' or '\u200F' or (>= '\u2060' and <= '\u2064') or '\u00AD' or '\uFEFF');
}
