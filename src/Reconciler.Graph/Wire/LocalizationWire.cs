using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>
/// Texts in other languages as Graph writes them: beside each text those of its own, so that the languages of a question are gathered from
/// the question and its choices (contract 7.5).
/// </summary>
internal static class LocalizationWire
{
    private const string Member = "localizations";
    private const string Language = "languageCode";

    public static EquatableArray<Localization> ToLocalizations(WireValue question, IReadOnlyList<WireValue> choices) =>
        question.Items(Member).Count == 0 && choices.All(choice => choice.Items(Member).Count == 0) ? [] : choices.Prepend(question)
            .SelectMany(owner => owner.Items(Member))
            .Select(text => text.Text(Language) ?? "")
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .Order(StringComparer.OrdinalIgnoreCase)
            .Select(language => new Localization
            {
                Language = language,
                Text = TextIn(question, language),
                Choices = Choices([.. choices.Select(choice => TextIn(choice, language))]),
            })
            .ToEquatableArray();

    /// <summary>Replaces the texts of one owner in other languages; an empty one is none.</summary>
    public static void Overlay(JsonObject owner, IEnumerable<(string Language, string Text)> wanted)
    {
        var there = owner.Items(Member).ToList();
        var texts = wanted.Where(one => one.Text.Length > 0).Select(one => Overlay(Find(there, one.Language), one.Language, one.Text));
        owner[Member] = new JsonArray([.. texts.ToList()]);
    }

    private static JsonObject Overlay(JsonObject? there, string language, string text)
    {
        var localized = there?.DeepClone() as JsonObject ?? new JsonObject { [Language] = language };
        localized["text"] = text;
        return localized;
    }

    private static EquatableArray<string> Choices(List<string> texts) => texts.TrueForAll(text => text.Length == 0) ? [] : texts.ToEquatableArray();

    private static string TextIn(WireValue owner, string language) =>
        owner.Items(Member).FirstOrDefault(text => (text.Text(Language) ?? "").Means(language)).Text("text") ?? "";

    private static JsonObject? Find(IEnumerable<JsonObject> texts, string language) =>
        texts.FirstOrDefault(text => (text.Text(Language) ?? "").Means(language));
}
