using System.Text;

namespace Reconciler.Entitlements;

/// <summary>Compares what people call things: Unicode-normalised (NFC) and ignoring case; the spelling itself is preserved elsewhere.</summary>
/// <remarks>Graph compares <c>displayName</c> without regard to case in practice (contract section 2), and two names that differ
/// only in how an accent is composed look the same to every reviewer.</remarks>
public sealed class NameComparer : IEqualityComparer<string>, IComparer<string>
{
    public static readonly NameComparer Instance = new();

    private NameComparer() { }

    /// <summary>The form that equal names share. For comparing only, never for showing.</summary>
    public static string Fold(string name) => Ascii.IsValid(name) ? name.ToUpperInvariant() : Composed(name) is { } composed ? composed.ToUpperInvariant() : name;

    /// <summary>Whether two texts are the same however their accents are composed.</summary>
    public static bool LookAlike(string one, string other) => one == other || (Composed(one) is { } composed && composed == Composed(other));

    /// <summary>Null for what holds a lone surrogate: that has no normal form, and equals only itself.</summary>
    private static string? Composed(string text)
    {
        try
        {
            return text.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // ASCII has one form only, and nearly every name is: nothing has to be made to compare two of them.
    public bool Equals(string? x, string? y) =>
        ReferenceEquals(x, y) || (x is not null && y is not null && (AreAscii(x, y) ? string.Equals(x, y, StringComparison.OrdinalIgnoreCase) : Fold(x) == Fold(y)));

    public int GetHashCode(string obj) => string.GetHashCode(Ascii.IsValid(obj) ? obj : Fold(obj), StringComparison.OrdinalIgnoreCase);

    public int Compare(string? x, string? y) =>
        ReferenceEquals(x, y) ? 0
        : x is not null && y is not null && AreAscii(x, y)
            ? string.Compare(x, y, StringComparison.OrdinalIgnoreCase)
            : string.CompareOrdinal(x is null ? null : Fold(x), y is null ? null : Fold(y));

    private static bool AreAscii(string x, string y) => Ascii.IsValid(x) && Ascii.IsValid(y);
}
