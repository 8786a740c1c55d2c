using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about declarations, RCN070 to RCN081 and RCN017 to RCN019.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic NotADeclaration(SourceSpan where) =>
        new("RCN070", Severity.Error, where, "This is no declaration: a declaration is a mapping with a `kind`.", "Write `kind: AccessPackage`, say, and its keys below.");

    public static Diagnostic NoKind(SourceSpan where) =>
        new("RCN071", Severity.Error, where, "This declaration has no `kind`.", $"Begin it with `kind:` and one of {Quote.AnyOf(DocumentKinds.Keywords)}.");

    public static Diagnostic UnknownKind(SourceSpan where, string kind) =>
        new("RCN072", Severity.Error, where, $"Unknown kind {Quote.Of(kind)}{Quote.DidYouMean(Nearest.To(kind, DocumentKinds.Keywords) ?? DocumentKinds.EndingIn(kind))}",
            $"Write {Quote.AnyOf(DocumentKinds.Keywords)}.");

    public static Diagnostic KindLivesInAnother(SourceSpan where, string kind, string owner, string key) =>
        new("RCN073", Severity.Error, where, $"{Quote.Of(kind)} is not declared by itself.", $"Write it into the list {Quote.Of(key + ":")} of its {Quote.Of(owner)}.");

    public static Diagnostic DuplicateDeclaration(SourceSpan where, string kind, EntityKey key, string first, SourceSpan firstPlace) =>
        new("RCN074", Severity.Error, where,
            $"The {kind} {Quote.Of(key.ToString())} is declared a second time; the first is at {firstPlace}"
            + (first == key.ToString() ? "." : $", as {Quote.Of(first)}: names that differ only in case or in how accents are composed are the same."),
            "Keep one of them; where the tenant has both, give one of them its `id` and an `alias`, by which everything here calls it.");

    public static Diagnostic StandsBesideEnsure(SourceSpan where, string key, string ensure, IEnumerable<string> allowed) =>
        new("RCN075", Severity.Error, where, $"The key {Quote.Of(key)} can't stand beside {Quote.Of("ensure: " + ensure)}.",
            $"Only {Quote.AllOf(allowed)} can stand there: they say which one is meant.");

    public static Diagnostic BuiltInCatalog(SourceSpan where) =>
        new("RCN076", Severity.Error, where, "The built-in catalog `General` can't be deleted.", "Take the declaration out to let it go.");

    public static Diagnostic EmptyEntityList(SourceSpan where, EntityList list) =>
        new("RCN077", Severity.Error, where, $"{Quote.Of(list.Key + ": []")} says nothing.", WriteValue.Listed(list));

    public static Diagnostic PreviousNameIsDeclared(SourceSpan where, string name, SourceSpan? other) =>
        new("RCN078", Severity.Error, where, $"The previous name {Quote.Of(name)} is the name of what is declared at {other}.", "Take it out here, or rename the other one.");

    public static Diagnostic PreviousNameTwice(SourceSpan where, string name, SourceSpan? other) =>
        new("RCN079", Severity.Error, where, $"The previous name {Quote.Of(name)} is claimed a second time; the first is at {other}.", "Only one can have borne it: keep that.");

    public static Diagnostic Variable(SourceSpan where) =>
        new("RCN080", Severity.Error, where, "A variable such as `$(var.name)` can't stand here.", "Write the value out; policy files have variables, `reconciler.yaml` itself has none.");

    public static Diagnostic CannotBeEnsured(SourceSpan where, string key, string kind) =>
        new("RCN081", Severity.Error, where, $"{Quote.Of(kind)} takes no {Quote.Of(key)}: there is one, and it always exists.", "Take the key out; no longer declaring it lets it go.");

    public static Diagnostic AliasWithoutId(SourceSpan where, string alias) =>
        new("RCN017", Severity.Error, where, $"Nothing tells what {Quote.Of(alias)} stands for: an alias is this workspace's, and the tenant does not know it.",
            "Write the `id` that it has in the tenant beside it, or take the alias out so that the name decides.");

    public static Diagnostic AliasRefused(SourceSpan where, string alias, bool isOfTheBuiltIn) => isOfTheBuiltIn
        ? AliasRefused(where, "`General` always stands for the built-in catalog, and can be no other's alias.", "Write another alias, such as `General (2)`.")
        : AliasRefused(where, $"The alias {Quote.Of(alias)} is the name itself.", "Take the alias out, or write another: it tells this one from those that bear its name.");

    private static Diagnostic AliasRefused(SourceSpan where, string message, string advice) => new("RCN018", Severity.Error, where, message, advice);
}
