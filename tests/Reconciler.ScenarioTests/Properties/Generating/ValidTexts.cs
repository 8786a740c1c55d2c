namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Texts that have to look like something: the same text always becomes the same one of few.</summary>
internal static class ValidTexts
{
    private static readonly string[] Domains = ["fabrikam.com", "fabrikam.co.uk", "Contoso.example", "xn--sn-bja.example", "a.b.example", "no.example"];

    public static string Guid(string text) => System.Guid.TryParse(text, out _) ? text : $"0f2b6e4c-0000-4000-8000-{NumberOf(text, 7):d12}";

    public static string Domain(string text) => Domains.Contains(text) ? text : Domains[NumberOf(text, Domains.Length)];

    public static string Address(string text) => text.StartsWith("https://", StringComparison.Ordinal) ? text : $"https://hooks.example/{NumberOf(text, 9)}";

    public static T Pick<T>(IReadOnlyList<T> all, string text) => all[NumberOf(text, all.Count)];

    private static int NumberOf(string text, int count) => text.Aggregate(0, (sum, c) => (sum + c) % 100_003) % count;
}
