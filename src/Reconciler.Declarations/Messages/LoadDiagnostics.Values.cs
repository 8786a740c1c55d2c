using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about keys and values, RCN040 to RCN061.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic UnknownKey(SourceSpan where, string key, string? nearest, IReadOnlyCollection<string> known, string? home = null) =>
        new("RCN040", Severity.Error, where, $"Unknown key {Quote.Of(key)}{Quote.DidYouMean(nearest)}",
            home ?? (nearest is not null ? $"Write {Quote.Of(nearest)}, or take the key out." : known.Count == 0 ? "Take it out." : $"Here can stand {Quote.AllOf(known.Distinct())}."));

    public static Diagnostic NotSupportedYet(SourceSpan where, string what) =>
        new("RCN041", Severity.Error, where, $"This build does not support the {what} yet.", "Take it out; it would be ignored otherwise.");

    public static Diagnostic EmptyValue(SourceSpan where, string what, string advice) =>
        new("RCN042", Severity.Error, where, $"There is no value for {what}.", advice);

    public static Diagnostic MissingKey(SourceSpan where, IReadOnlyCollection<string> keys, string owner) =>
        new("RCN043", Severity.Error, where, $"The key {Quote.AnyOf(keys)} is missing in this {owner}.", $"Write {Quote.AnyOf(keys.Select(key => key + ": …"))} here.");

    public static Diagnostic WrongType(YamlNode found, string expected, string? advice = null) =>
        new("RCN044", Severity.Error, found.Where, $"Here stands {Words(found)}, where {expected} is expected.", advice ?? $"Write {expected}.");

    public static Diagnostic UnknownWord(SourceSpan where, string word, IReadOnlyCollection<string> known, string expected) =>
        new("RCN045", Severity.Error, where, $"Unknown word {Quote.Of(word)}{Quote.DidYouMean(Nearest.To(word, known))}", $"Write {expected}.");

    public static Diagnostic NotTruth(YamlNode found, string advice) =>
        new("RCN046", Severity.Error, found.Where, $"{Capital(Words(found))} is neither `true` nor `false`.", advice);

    public static Diagnostic NotWhole(YamlNode found, string least, string most) =>
        new("RCN047", Severity.Error, found.Where, $"{Capital(Words(found))} is not a whole number.",
            $"Write {(least == most ? least : $"a number from {least} to {most}")}: digits alone, without quotes.");

    public static Diagnostic OutOfBounds(SourceSpan where, string value, string least, string most) =>
        new("RCN048", Severity.Error, where, $"{Quote.Of(value)} is not {(least == most ? "" : "between ")}{least}{(least == most ? "" : $" and {most}")}.",
            least == most ? $"Write {least}." : $"Write a value from {least} to {most}.");

    public static Diagnostic NotALength(YamlNode found, string? meant) =>
        new("RCN049", Severity.Error, found.Where, $"{Capital(Words(found))} is not a length of time{Quote.DidYouMean(meant)}",
            "Write `60 days`, `2 hours`, `30 minutes`, or ISO 8601 such as `P60D`; years and months have no fixed length.");

    public static Diagnostic NotAMoment(YamlNode found, bool begins, string? meant) =>
        new("RCN050", Severity.Error, found.Where, $"{Capital(Words(found))} is not a date{Quote.DidYouMean(meant)}",
            $"Write a date such as `2027-03-31`, which {(begins ? "begins" : "ends")} with its day, or a timestamp with its offset such as `2027-03-31T12:00:00+01:00`.");

    public static Diagnostic TooLong(SourceSpan where, int length, int longest) =>
        new("RCN051", Severity.Error, where, $"This text has {length:N0} characters; at most {longest:N0} can stand here.", "Shorten it.");

    public static Diagnostic ForbiddenCharacter(SourceSpan where, int character, string before) =>
        new("RCN052", Severity.Error, where,
            $"The text holds the character U+{character:X4}, which nobody can see{(before.Length == 0 ? ", at its beginning" : $", behind {Quote.EndOf(before)}")}.", "Take it out, or write the text anew.");

    public static Diagnostic ItemTwice(SourceSpan where, string noun, SourceSpan first) =>
        new("RCN053", Severity.Error, where, $"This {noun} stands here a second time; the first is at {first}.", "Keep one of them.");

    public static Diagnostic TooFew(SourceSpan where, string noun, int fewest, string example) =>
        new("RCN054", Severity.Error, where, $"This list needs at least {fewest} {noun}{(fewest == 1 ? "" : "s")}.", $"Write one, as in {Quote.Of(example)}.");

    public static Diagnostic TooMany(SourceSpan where, string noun, int count, int most) =>
        new("RCN055", Severity.Error, where, $"This list has {count:N0} {noun}s; at most {most:N0} can stand in it.", $"Take {(count - most == 1 ? "one" : $"{count - most:N0}")} out.");

    public static Diagnostic KeysExclude(SourceSpan where, string key, string other) =>
        new("RCN056", Severity.Error, where, $"The key {Quote.Of(key)} can't stand beside {Quote.Of(other)}.", "Keep one of them.");

    public static Diagnostic EmptyText(SourceSpan where) =>
        new("RCN057", Severity.Error, where, "The text is empty, which it can't be here.", "Write a text.");

    public static Diagnostic StandsNextToSpace(SourceSpan where, string name) =>
        new("RCN058", Severity.Error, where, $"The name {Quote.Of(name)} begins or ends with a space.", "Take the space out.");

    public static Diagnostic NotADay(YamlNode found) =>
        new("RCN059", Severity.Error, found.Where, $"{Capital(Words(found))} is not a day.", "Write a date such as `2027-03-31`, without a time.");

    public static Diagnostic NotAKey(SourceSpan where, string key, string noun, string? meant) =>
        new("RCN060", Severity.Error, where, $"{Quote.Of(key)} is no {noun}{Quote.DidYouMean(meant)}", $"Write a {noun}.");

    private static string Words(YamlNode node) => node switch
    {
        YamlNode.Scalar { IsNothing: true } => "nothing",
        YamlNode.Scalar { IsQuoted: true } scalar => $"the text {Quote.Of(scalar.Text)}",
        YamlNode.Scalar scalar => Quote.Of(scalar.Text),
        YamlNode.Sequence => "a list",
        YamlNode.Mapping { Entries.IsEmpty: true } => "an empty mapping",
        _ => "a mapping",
    };

    private static string Capital(string words) => char.ToUpperInvariant(words[0]) + words[1..];
}
