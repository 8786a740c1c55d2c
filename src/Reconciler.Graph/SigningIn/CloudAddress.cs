using System.Diagnostics;
using Reconciler.Entitlements;

namespace Reconciler.Graph.SigningIn;

/// <summary>Where a tenant's Graph is, who gives tokens for it, and what they are for.</summary>
internal sealed record CloudAddress(Uri Root, Uri Authority)
{
    private const string AuthorityVariable = "AZURE_AUTHORITY_HOST";

    /// <summary>What a token is asked for: everything that was granted.</summary>
    public string Scope => Root.GetLeftPart(UriPartial.Authority) + "/.default";

    /// <summary>Whether the addresses are not one of Microsoft's clouds.</summary>
    public bool IsForeign { get; private init; }

    /// <summary>The addresses that were asked for. Throws <see cref="TenantException"/> where a credential could go astray.</summary>
    public static CloudAddress Of(SignInOptions options)
    {
        if (options.Endpoint is null && options.Authority is null)
        {
            return Of(options.Cloud);
        }

        if (options.Endpoint is not { } root || options.Authority is not { } authority)
        {
            throw Refused("An endpoint needs an authority beside it, and an authority an endpoint: a token of Microsoft's clouds is sent to no other service.");
        }

        // What agrees to one of them agrees to both.
        if (Uri.Compare(root, authority, UriComponents.SchemeAndServer, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) != 0)
        {
            throw Refused($"reconciler.yaml has tokens made at {authority} and sends them to {root}: an endpoint and its authority have to be at one address.");
        }

        // Who may change a file may not thereby send somebody else's secret to an address of his own.
        return Uri.TryCreate(options.Variable(AuthorityVariable), UriKind.Absolute, out var allowed) && Uri.Compare(
            allowed, authority, UriComponents.HttpRequestUrl, UriFormat.SafeUnescaped, StringComparison.OrdinalIgnoreCase) == 0
            ? new CloudAddress(root, authority) { IsForeign = true }
            : throw Refused($"reconciler.yaml sends the credentials to {authority}, and whoever has them has to agree: set {AuthorityVariable}={authority} beside them.");
    }

    private static CloudAddress Of(TenantCloud cloud) => cloud switch
    {
        TenantCloud.Public => new(new("https://graph.microsoft.com/v1.0/"), new("https://login.microsoftonline.com/")),
        TenantCloud.UsGov => new(new("https://graph.microsoft.us/v1.0/"), new("https://login.microsoftonline.us/")),
        TenantCloud.UsGovDod => new(new("https://dod-graph.microsoft.us/v1.0/"), new("https://login.microsoftonline.us/")),
        TenantCloud.China => new(new("https://microsoftgraph.chinacloudapi.cn/v1.0/"), new("https://login.chinacloudapi.cn/")),
        _ => throw new UnreachableException($"No addresses of {cloud}."),
    };

    private static TenantException Refused(string why) => new(TenantProblem.NotPermitted, why);
}
