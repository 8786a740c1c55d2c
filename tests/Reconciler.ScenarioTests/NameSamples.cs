using System.Text;

namespace Reconciler.ScenarioTests;

/// <summary>Names as people give them all over the world, and as nobody would expect them in YAML, in JSON, in an address or in Markdown.</summary>
internal static class NameSamples
{
    /// <summary>Names that may stand anywhere, told apart by more than their letters' case.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        "a/b \\/ c",
        "it's \"so\" `called`",
        @"C:\temp\n {x}",
        "İstanbul ısı Iğdır",
        "Cafe\u0301 au lait",
        "مرحبا بالعالم (2)",
        "שלום, עולם!",
        "🎉 party 👩‍👩‍👧",
        "$$(x) and ${y}",
        "# no comment: at all",
        "- [ ] & * ! | > % @ ?",
        "<b>&amp;</b> <!-- x -->",
        "no",
        "~",
        "2027-03-31",
        "0x1F",
        new string('n', 255) + "1",
    ];

    /// <summary>The name as YAML writes it without a doubt.</summary>
    public static string Quoted(string name) => $"'{name.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>What the file means: a sign that is doubled stands for itself.</summary>
    public static string Meant(string name) => name.Replace("$$(", "$(", StringComparison.Ordinal);

    /// <summary>The same name in the other normal form.</summary>
    public static string Otherwise(string name) => name.Normalize(name.IsNormalized(NormalizationForm.FormC) ? NormalizationForm.FormD : NormalizationForm.FormC);
}
