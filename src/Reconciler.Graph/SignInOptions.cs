using Reconciler.Entitlements;

namespace Reconciler.Graph;

/// <summary>Which tenant to sign in to, where it is, and how.</summary>
public sealed record SignInOptions
{
    /// <summary>The directory's id as declared. Another tenant is never read.</summary>
    public required string TenantId { get; init; }

    public TenantCloud Cloud { get; init; } = TenantCloud.Public;

    /// <summary>Where another service answers as Graph does: its root, ending with <c>/v1.0/</c>. Then the authority is another one too.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Who gives tokens for that service.</summary>
    public Uri? Authority { get; init; }

    /// <summary>The one way to sign in; all of them in their order where it is left out.</summary>
    public CredentialKind? Credential { get; init; }

    /// <summary>Reads an environment variable.</summary>
    public required Func<string, string?> Variable { get; init; }

    /// <summary>Shows a person what to type where; left out where nobody looks.</summary>
    public Action<string>? Prompt { get; init; }
}
