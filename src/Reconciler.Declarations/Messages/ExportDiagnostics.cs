using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>The messages of an export, RCN7xx.</summary>
internal static class ExportDiagnostics
{
    public static Diagnostic CannotBeSaid(SourceSpan? where, string noun, EntityKey key, LeftOut left) => new(
        "RCN701", Severity.Warning, where, $"{Quote.Of(left.Setting)} of the {noun} {Quote.Of(key.ToString())} is left to the tenant: {left.Why}.",
        "Nothing has to be done: what is not written is not managed. Write the key to manage it.");

    public static Diagnostic IsGone(SourceSpan? where, string noun, EntityKey key, string path, Reference reference) => new(
        "RCN702", Severity.Warning, where, $"{Quote.Of(path)} of the {noun} {Quote.Of(key.ToString())} names {reference}, which is no longer there.",
        "It is kept as the tenant has it. Take it out when nobody needs it any more.");

    public static Diagnostic HasAlias(SourceSpan? where, string noun, EntityKey key, string name) => new(
        "RCN703", Severity.Information, where, $"The tenant has several {Quote.Of(name)} there: the {noun} is called {Quote.Of(key.Name)} in the files.",
        "Rename one of them in the tenant, and the alias can go.");

    public static Diagnostic NameCannotBeSaid(SourceSpan? where, string noun, EntityKey key, string name) => new(
        "RCN709", Severity.Information, where, $"The {noun} {Quote.Of(key.Name)} has a name in the tenant that no policy file can hold, {Quote.Of(name)}: its id tells which one is meant.",
        "Give it a name without hidden characters or spaces around it in the tenant, and the id can go.");

    public static Diagnostic NotSeparable(string noun, EntityKey key, EntityKey parent, SourceSpan? where) => new(
        "RCN704", Severity.Warning, where, $"The {noun} {Quote.Of(key.ToString())} is not exported: {Quote.Of(parent.ToString())} is declared already, and it would have to stand in that file.",
        "Write it there by hand, or take the declaration out and export again.");

    public static Diagnostic NoPlace(IEnumerable<string> patterns) => new(
        "RCN705", Severity.Error, null, $"No pattern of `files:` takes files of every name: {Quote.AllOf([.. patterns])}.",
        "Write one such as `policies/**/*.yaml` in reconciler.yaml.");

    public static Diagnostic UnknownCatalog(string name, IReadOnlyCollection<string> known) => new(
        "RCN706", Severity.Error, null, $"The tenant has no catalog {Quote.Of(name)}{Quote.DidYouMean(Nearest.To(name, known))}",
        known.Count is > 0 and <= 20 ? $"It has {Quote.AllOf(known)}." : "Correct the name behind --catalog.");

    public static Diagnostic ReadOtherwise(string noun, EntityKey key) => new(
        "RCN707", Severity.Error, null, $"The {noun} {Quote.Of(key.ToString())} would not be read from its file as the tenant has it.",
        "Nothing was written. This is a bug in reconciler; please report it with what is special about this one.");

    public static Diagnostic NotReadAgain(Diagnostic finding) => new(
        "RCN708", Severity.Error, null, $"The files that would be written can't be read again: {finding.Where} {finding.Code} {finding.Message}",
        "Nothing was written. This is a bug in reconciler; please report it.");
}
