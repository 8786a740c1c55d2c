namespace Reconciler.Declarations.Documenting;

/// <summary>Writes the language reference in Markdown.</summary>
internal static class LanguageReference
{
    public static string Write() => "";
}
