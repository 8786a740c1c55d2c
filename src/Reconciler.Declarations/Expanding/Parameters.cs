namespace Reconciler.Declarations.Expanding;

/// <summary>The parameters of a template while its text is expanded.</summary>
/// <param name="Template">The template's name.</param>
/// <param name="Values">Each declared parameter; null for one whose value is not known, because nobody uses the template here.</param>
internal sealed record Parameters(string Template, Dictionary<string, Substitute?> Values)
{
    public static string Reference(string name) => $"$(param.{name})";
}
