using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about what ignores and waivers say of entities, RCN062 to RCN069.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic WaivedTooLong(SourceSpan where, int days, string latest) =>
        new("RCN062", Severity.Error, where, $"This waiver lasts {days:N0} days; at most {Waiver.MostDays} can be granted.", $"Write {Quote.Of(latest)} or an earlier day; it can be granted anew.");

    public static Diagnostic NotASlug(SourceSpan where, string rule) =>
        new("RCN063", Severity.Error, where, $"{Quote.Of(rule)} can't be the name of a rule.", "Write the rule's slug, in small letters, digits and `-`, such as `external-access-is-reviewed`.");

    public static Diagnostic NotAnAddress(SourceSpan where, string text) =>
        new("RCN064", Severity.Error, where, $"{Quote.Of(text)} is not a user principal name.", "Write who approved it, such as `megan@contoso.com`.");

    public static Diagnostic NotADay(SourceSpan where, string text) =>
        new("RCN065", Severity.Error, where, $"{Quote.Of(text)} is a time of day, where a date is expected.", "Write a date such as `2027-03-31`.");

    public static Diagnostic NoTarget(SourceSpan where, IReadOnlyCollection<string> keys, IEnumerable<IEnumerable<string>> forms) =>
        new("RCN066", Severity.Error, where, keys.Count switch
        {
            0 => "This target names no entity.",
            1 => $"The key {Quote.AllOf(keys)} alone names no entity.",
            _ => $"The keys {Quote.AllOf(keys)} together name no entity.",
        },
            $"Write {Quote.Listed(forms.Select(form => Quote.Of($"{{ {string.Join(", ", form)} }}")), "or")}.");

    public static Diagnostic IgnoredTwice(SourceSpan where, string field, string target, SourceSpan first) =>
        new("RCN067", Severity.Error, where, $"The field {Quote.Of(field)} of {Quote.Of(target)} is ignored a second time; the first is at {first}.", "Keep one of them.");

    public static Diagnostic UnknownField(SourceSpan where, string field, string kind, IReadOnlyCollection<string> known) =>
        new("RCN068", Severity.Error, where, $"{Quote.Of(kind)} has no field {Quote.Of(field)}{Quote.DidYouMean(Nearest.To(field, known))}",
            $"Its fields are {Quote.AllOf(known)}.");

    public static Diagnostic ExpiresBeforeGranted(SourceSpan where, string expires, string granted) =>
        new("RCN069", Severity.Error, where, $"This waiver expires on {expires}, before it was granted on {granted}.", "Correct one of the two.");
}
