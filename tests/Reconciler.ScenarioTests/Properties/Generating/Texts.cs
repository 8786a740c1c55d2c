using FsCheck;
using FsCheck.Fluent;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Texts that people write and that files, terminals and comparers stumble over.</summary>
internal static class Texts
{
    public static readonly string[] Catalogs = ["Finance", "HR/People & \"Co\"", "İstanbul ırmağı", "no"];

    public static readonly string[] Packages = ["Ledger", "ledger reader", "a/b 'c'", "Café e\u0301", "1e3"];

    public static readonly string[] Policies = ["Employees", "🎉 Guests", "By an administrator", "null and void"];

    public static readonly string[] Organizations = ["Fabrikam", "Contoso \"Ltd\" & Søn", "no", "İş Bankası"];

    public static readonly string[] Extensions = ["Notify ticketing", "null", "a: b", "🎉 hook"];

    public static readonly string[] Languages = ["nb-no", "de-DE", "no", "pt"];

    public static readonly string[] Labels = ["compliance", "no", "sox 2027"];

    private static readonly string[] Parts =
    [
        "no", "~", "null", "true", "1e3", "0x1F", "- a", "# b", "a: b", "a #b", "\"", "'", "\\", "\n", "\t", " ", "  ", "{", "}", "[", "]", ",", "&a", "*a", "!t", "|", ">", "%",
        "@", "`", "é", "e\u0301", "İ", "ı", "🎉", "👩\u200D💻", "\u200F", "\u2028", "\uFEFF", "$(", "$$(", "$(var", "---", "...", "<<", "=", "2026-01-01", "ß", "日本",
    ];

    public static Gen<string> Of(Shape.Text shape)
    {
        var words = Gen.Elements(Parts);
        var several = from count in Gen.Choose(1, 5) from parts in Gen.ArrayOf(words, count) select string.Concat(parts);
        var any = Gen.Frequency((1, Gen.Constant("")), (3, words), (5, several));
        return any.Select(text => Allowed(shape, text));
    }

    // A name has one line and no room around it; a variable is refused, so none is written.
    private static string Allowed(Shape.Text shape, string text)
    {
        var told = text.Replace("$(var", "$(far", StringComparison.Ordinal);
        return shape.MayBeEmpty ? told : string.IsNullOrWhiteSpace(told) ? "x" : Packages[told.Length % Packages.Length];
    }
}
