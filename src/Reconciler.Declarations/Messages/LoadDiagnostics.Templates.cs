using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about templates, RCN082 to RCN089 and RCN016.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic UnknownTemplate(SourceSpan where, string name, IReadOnlyCollection<string> known, bool isElsewhere) =>
        new("RCN082", Severity.Error, where,
            isElsewhere ? $"The template {Quote.Of(name)} is declared for other tenants only." : $"There is no template {Quote.Of(name)}{Quote.DidYouMean(Nearest.To(name, known))}",
            isElsewhere ? "Name this tenant in its `only`, or limit what uses it as well."
            : known.Count == 0 ? "Declare it: `kind: AssignmentPolicyTemplate`."
            : $"There {(known.Count == 1 ? "is" : "are")} {Quote.FirstOf(known.Order(StringComparer.Ordinal))}.");

    public static Diagnostic TemplateTwice(SourceSpan where, string name, SourceSpan first) =>
        new("RCN083", Severity.Error, where, $"The template {Quote.Of(name)} is declared a second time; the first is at {first}.", "Keep one of them.");

    public static Diagnostic MissingParameter(SourceSpan where, string name, string template, SourceSpan declared) =>
        new("RCN084", Severity.Error, where, $"The parameter {Quote.Of(name)} of the template {Quote.Of(template)} (at {declared}) has no value here.",
            $"Write it below `with:`: {Quote.Of($"with: {{ {name}: … }}")}.");

    public static Diagnostic UnknownParameter(SourceSpan where, string name, string template, IReadOnlyCollection<string> known) =>
        new("RCN085", Severity.Error, where, $"The template {Quote.Of(template)} has no parameter {Quote.Of(name)}{Quote.DidYouMean(Nearest.To(name, known))}",
            known.Count == 0 ? "Take it out." : $"It has {Quote.FirstOf(known)}.");

    public static Diagnostic UnusedParameter(SourceSpan where, string name) =>
        new("RCN086", Severity.Error, where, $"The parameter {Quote.Of(name)} is used nowhere in the template's policy.", $"Write {Quote.Of($"$(param.{name})")} where its value belongs, or take it out.");

    public static Diagnostic WithWithoutTemplate(SourceSpan where) =>
        new("RCN087", Severity.Error, where, "`with` gives values to a template's parameters, and no `template` stands here.", "Write `template:` and its name beside it, or take `with` out.");

    public static Diagnostic NotInTemplate(SourceSpan where, string key, IEnumerable<string> known) =>
        new("RCN088", Severity.Error, where, $"The key {Quote.Of(key)} can't stand in a template.", $"Write it in the policies that use the template; here can stand {Quote.AllOf(known)}.");

    public static Diagnostic NothingToGiveBack(SourceSpan where, string key) =>
        new("RCN089", Severity.Error, where, $"{Quote.Of(key + ": unmanaged")} gives back what a template sets, and there is no template here.",
            $"Take the key {Quote.Of(key)} out: an absent key is left as it is in the tenant.");

    public static Diagnostic NotSetByTemplate(SourceSpan where, string key, string template, SourceSpan declared) =>
        new("RCN016", Severity.Error, where, $"{Quote.Of(key + ": unmanaged")} gives back nothing: the template {Quote.Of(template)} (at {declared}) does not set {Quote.Of(key)}.",
            "Take the key out: it is not managed then.");
}
