using System.Text.RegularExpressions;
using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN145 to RCN147, RCN149: what Graph wants as an id, an address or a pattern looks like one.</summary>
internal sealed class ValuesAreWellFormed : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        return Values(declaration.Entity, At).Concat(Questions.Of(declaration).SelectMany(asked => Pattern(asked.Question, At($"{asked.Path}.pattern"))));

        SourceSpan? At(string path) => sources.Find(declaration.Key, path);
    }

    private static IEnumerable<Diagnostic> Values(Entity entity, Func<string, SourceSpan?> at) => entity switch
    {
        ConnectedOrganization { IdentitySources: { IsWritten: true, Value: var all } } => all.SelectMany((source, i) => Source(source, key => at($"identitySources[{i}].{key}"))),
        CustomExtension extension => [.. Endpoint(extension, at("endpoint")), .. App(extension, at("logicApp.subscription"))],
        Catalog { Resources: { IsWritten: true, Value: var resources } } => resources.SelectMany((resource, i) => Site(resource, at($"resources[{i}].resource"))),
        _ => [],
    };

    private static IEnumerable<Diagnostic> Source(IdentitySource source, Func<string, SourceSpan?> at) => source switch
    {
        IdentitySource.Tenant tenant => Guid(tenant.TenantId, at("tenant")),
        IdentitySource.CrossCloudTenant tenant => Guid(tenant.TenantId, at("tenant")),
        IdentitySource.Domain domain => Domain(domain.Name, at("domain")),
        IdentitySource.Federation domain => Domain(domain.Name, at("federation")),
        _ => [],
    };

    private static IEnumerable<Diagnostic> Guid(string text, SourceSpan? where) =>
        Expander.IsUnknown(text) || System.Guid.TryParseExact(text, "D", out _) ? [] : [CheckDiagnostics.NoGuid(where, text)];

    private static IEnumerable<Diagnostic> Domain(string text, SourceSpan? where) =>
        Expander.IsUnknown(text) || (Uri.CheckHostName(text) == UriHostNameType.Dns && text.Contains('.', StringComparison.Ordinal)) ? [] : [CheckDiagnostics.NoDomain(where, text)];

    private static IEnumerable<Diagnostic> App(CustomExtension extension, SourceSpan? where) =>
        extension.LogicApp.IsWritten ? Guid(extension.LogicApp.Value.Subscription, where) : [];

    private static IEnumerable<Diagnostic> Endpoint(CustomExtension extension, SourceSpan? where) =>
        !extension.Endpoint.IsWritten || IsHttps(extension.Endpoint.Value) ? [] : [CheckDiagnostics.NoAddress(where, extension.Endpoint.Value)];

    private static IEnumerable<Diagnostic> Site(CatalogResource resource, SourceSpan? where) =>
        resource.Resource is not { Kind: ReferenceKind.Site, Name: { } name } || IsHttps(name) ? [] : [CheckDiagnostics.NoAddress(where, name)];

    private static bool IsHttps(string text) => Expander.IsUnknown(text) || (Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps);

    private static IEnumerable<Diagnostic> Pattern(Question question, SourceSpan? where) =>
        question.Answer is Answer.Written { Pattern: { Length: > 0 } pattern } && Problem(pattern) is { } problem ? [CheckDiagnostics.NoPattern(where, pattern, problem)] : [];

    private static string? Problem(string pattern)
    {
        try
        {
            // It is made, and never matched with: a pattern that needs backtracking is sound too.
            _ = new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
            return null;
        }
        catch (ArgumentException wrong)
        {
            return wrong.Message;
        }
    }
}
