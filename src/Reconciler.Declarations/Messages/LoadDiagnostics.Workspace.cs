using Reconciler.Declarations.Reading;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Messages;

/// <summary>Here: what is about reconciler.yaml and the seed, RCN090 to RCN099, RCN150 and RCN151.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic UnknownTimeZone(SourceSpan where, string name, string? nearest) =>
        new("RCN090", Severity.Error, where, $"Unknown time zone {Quote.Of(name)}{Quote.DidYouMean(nearest)}", "Write a name of the IANA database, such as `Europe/Oslo`.");

    public static Diagnostic TenantNameRefused(SourceSpan where, string name) =>
        new("RCN091", Severity.Error, where, $"{Quote.Of(name)} can't be the name of a tenant.",
            "Use letters, digits, `-`, `_` and `.`, not beginning with `.`: it becomes the name of a folder.");

    public static Diagnostic TenantTwice(SourceSpan where, string name, SourceSpan first) =>
        new("RCN092", Severity.Error, where, $"The tenant {Quote.Of(name)} differs only in case from the one at {first}.", "Give it another name.");

    public static Diagnostic UnknownTenant(SourceSpan where, string name, IReadOnlyCollection<string> known) =>
        new("RCN093", Severity.Error, where, $"Unknown tenant {Quote.Of(name)}{Quote.DidYouMean(Nearest.To(name, known))}",
            known.Count == 0 ? "Write it below `tenants:`." : $"There {(known.Count == 1 ? "is" : "are")} {Quote.FirstOf(known)}.");

    public static Diagnostic PathLeavesFolder(SourceSpan? where, string path) =>
        new("RCN094", Severity.Error, where, $"The path {Quote.Of(path)} leaves the workspace.", "Write a path relative to reconciler.yaml, without `..`.");

    public static Diagnostic PatternRefused(SourceSpan where, string pattern, string why) =>
        new("RCN095", Severity.Error, where, $"The pattern {Quote.Of(pattern)} {why}.", "Patterns know `*`, `?` and, for folders at any depth, `**`; list several in place of alternatives.");

    public static Diagnostic KeyOfOtherAdapter(SourceSpan where, string key, string adapter) =>
        new("RCN096", Severity.Error, where, $"The key {Quote.Of(key)} can't stand beside `adapter: {adapter}`.", "Take it out, or change the adapter.");

    public static Diagnostic NoSeed(SourceSpan? where, string path, string? nearest) =>
        new("RCN097", Severity.Error, where, $"There is no seed {Quote.Of(path)}{Quote.DidYouMean(nearest)}", "Write the file, or correct `seed:` in reconciler.yaml.");

    public static Diagnostic SeedIsOneMapping(SourceSpan where) =>
        new("RCN098", Severity.Error, where, "A seed is one document, a mapping with `organization`, `users`, `groups` and the like.", "Write these keys at its top.");

    public static Diagnostic AddressRefused(SourceSpan where, string text, string path) =>
        new("RCN150", Severity.Error, where, $"{Quote.Of(text)} can't be an address that secrets and tokens are sent to.",
            $"Write it with `https://`, or with `http://` for this machine alone, ending with `{path}`, and with nothing behind that.");

    public static Diagnostic NoTenantId(SourceSpan where, string text) =>
        new("RCN151", Severity.Error, where, $"{Quote.Of(text)} is no id of a tenant.",
            "Write its GUID, which the portal calls Tenant ID: a domain is not enough, since it can move to another tenant.");

    public static Diagnostic EmptyScope(SourceSpan where) =>
        new("RCN099", Severity.Error, where, "Nothing is in this scope.",
            $"Write at least one of {Quote.AllOf(ShapeKeys.Of(ScopeFields.Shape.Fields))}, or take `scope` out: then it is the whole tenant.");
}
