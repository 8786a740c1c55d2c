using Reconciler.Entitlements;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about YAML itself, RCN020 to RCN030.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic Syntax(SourceSpan where, string reason, string advice) =>
        new("RCN020", Severity.Error, where, $"This is not YAML: {reason.TrimEnd('.')}.", advice);

    public static Diagnostic TooDeep(SourceSpan where) =>
        new("RCN021", Severity.Error, where, $"More than {YamlLimits.Depth} levels of nesting.", "Nothing in the language is so deep; nothing else in this file was looked at.");

    public static Diagnostic TooManyValues(SourceSpan where) =>
        new("RCN022", Severity.Error, where, $"The file holds more than {YamlLimits.Values:N0} values, those behind an alias counted at each use.",
            "Split the file, or use fewer aliases of aliases; nothing else in this file was looked at.");

    public static Diagnostic SelfReference(SourceSpan where, string anchor) =>
        new("RCN023", Severity.Error, where, $"The alias {Quote.Of("*" + anchor)} stands inside of what it refers to.", "Write the value out.");

    public static Diagnostic UnknownAlias(SourceSpan where, string anchor, string? nearest) =>
        new("RCN024", Severity.Error, where, $"There is no anchor {Quote.Of("&" + anchor)} before this alias{Quote.DidYouMean(nearest is null ? null : "*" + nearest)}",
            "Anchors hold in their own document only and stand before their aliases.");

    public static Diagnostic DuplicateKey(SourceSpan where, string key, SourceSpan first) =>
        new("RCN025", Severity.Error, where, $"The key {Quote.Of(key)} stands here a second time; the first is at {first}.", "Keep one of them.");

    public static Diagnostic ComplexKey(SourceSpan where) =>
        new("RCN026", Severity.Error, where, "A key must be plain text, not a list, a mapping, an alias or nothing.", "Write the key as a word.");

    public static Diagnostic TagRefused(SourceSpan where, string tag) =>
        new("RCN027", Severity.Error, where, $"The tag {Quote.Of(tag)} can't stand here.", "Leave it out: what a value is follows from its key.");

    public static Diagnostic MergeNeedsMapping(SourceSpan where) =>
        new("RCN028", Severity.Error, where, "Only a mapping, or a list of mappings, can be merged with `<<`.", "Write an alias of a mapping behind `<<:`.");

    public static Diagnostic TabIndents(SourceSpan where) =>
        new("RCN029", Severity.Error, where, "This line is indented with a tab, and YAML allows spaces only.", "Replace the tab by spaces.");

    public static Diagnostic SecondKind(SourceSpan where, SourceSpan first) =>
        new("RCN030", Severity.Error, where, $"A second `kind` stands in this declaration; the first is at {first}.",
            "Put a line `---` before it if another declaration begins here.");
}
