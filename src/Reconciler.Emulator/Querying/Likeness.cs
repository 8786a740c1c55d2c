using System.Text;

namespace Reconciler.Emulator.Querying;

/// <summary>Whether two texts are one to the service: in NFC, without regard to case, and never by the rules of a language.</summary>
internal static class Likeness
{
    public static bool AreSame(string one, string other) =>
        string.Equals(one, other, StringComparison.OrdinalIgnoreCase)
        || (!(Ascii.IsValid(one) && Ascii.IsValid(other)) && string.Equals(Composed(one), Composed(other), StringComparison.OrdinalIgnoreCase));

    public static bool Contains(string text, string part, bool onlyAtStart)
    {
        var whole = Composed(text);
        return onlyAtStart
            ? whole.StartsWith(Composed(part), StringComparison.OrdinalIgnoreCase)
            : whole.Contains(Composed(part), StringComparison.OrdinalIgnoreCase);
    }

    // Half a surrogate pair, and what is no character, has no normal form; such a text is like itself only.
    private static string Composed(string text) => Ascii.IsValid(text) || HasLoneSurrogate(text) || text.AsSpan().ContainsAny('\uFFFE', '\uFFFF') ? text : text.Normalize(NormalizationForm.FormC);

    private static bool HasLoneSurrogate(string text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            if (char.IsSurrogate(text[index]) && !(char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[++index])))
            {
                return true;
            }
        }

        return false;
    }
}
