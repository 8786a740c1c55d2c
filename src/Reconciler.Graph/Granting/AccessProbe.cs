using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Granting;

/// <summary>Tells which needs are met: by what the token says, by roles of entitlement management, and where neither tells by a read that costs little.</summary>
/// <param name="token">Gives the token that requests carry; null where they carry none, and nobody is held to grants.</param>
internal sealed class AccessProbe(GraphHttp http, GraphPages pages, Func<CancellationToken, Task<string>>? token)
{
    public async Task<AccessCheck> CheckAsync(IReadOnlyList<Need> needs, CancellationToken cancellationToken)
    {
        if (token is null)
        {
            return new AccessCheck(CallerKind.Anybody, needs.Select(_ => Standing.Held).ToEquatableArray());
        }

        var claims = TokenClaims.Of(await token(cancellationToken));
        var roles = new HeldRoles(pages, claims);
        var standings = new List<Standing>();
        foreach (var need in needs)
        {
            var row = GrantTable.Of(need.Kind);
            var standing = claims is null ? await ProbeAsync(need.Kind, cancellationToken) : ByToken(row, claims);
            if (standing == Standing.Missing && claims is { Caller: CallerKind.Application } && row.IsOfManagement)
            {
                standing = await roles.StandingAsync(need, cancellationToken);
            }
            else if (standing == Standing.Missing && need.Kind == AccessKind.ReadTenant)
            {
                standing = await ProbeAsync(need.Kind, cancellationToken);
            }

            standings.Add(standing);
        }

        return new AccessCheck(claims?.Caller ?? CallerKind.Unknown, standings.ToEquatableArray());
    }

    /// <summary>What the token alone tells of whoever was refused to see which tenant it is: nothing is asked.</summary>
    public static AccessCheck BySignIn(IReadOnlyList<Need> needs, TokenClaims? claims) =>
        new(claims?.Caller ?? CallerKind.Unknown, needs.Select(need => BySignIn(GrantTable.Of(need.Kind), claims)).ToEquatableArray());

    // A role in a catalog can stand for what an application lacks, and a token does not tell of those. What it holds and was refused all the same is no certainty.
    private static Standing BySignIn(GrantRow row, TokenClaims? claims) =>
        claims is null ? (row.Kind == AccessKind.ReadTenant ? Standing.Missing : Standing.Unknown)
        : ByToken(row, claims) switch
        {
            Standing.Missing when claims.Caller == CallerKind.Application && row.IsOfManagement => Standing.Unknown,
            Standing.Held when row.Kind == AccessKind.ReadTenant => Standing.Unknown,
            var standing => standing,
        };

    private static Standing ByToken(GrantRow row, TokenClaims claims)
    {
        if (claims.Caller == CallerKind.Application)
        {
            return claims.Grants.Overlaps(row.Enough) ? Standing.Held : claims.Grants.Overlaps(row.Perhaps) ? Standing.Unknown : Standing.Missing;
        }

        // What a person may do is the permission and what they are; of the latter a token tells the roles of the directory alone.
        return row.Least.Delegated is not null && !claims.Grants.Overlaps(row.Enough) ? (claims.Grants.Overlaps(row.Perhaps) ? Standing.Unknown : Standing.Missing)
            : row.Least.Role is null || claims.DirectoryRoles.Overlaps(row.Roles) ? Standing.Held
            : Standing.Unknown;
    }

    private async Task<Standing> ProbeAsync(AccessKind kind, CancellationToken cancellationToken)
    {
        var url = kind switch
        {
            AccessKind.ReadTenant => "organization?$select=id,displayName",
            AccessKind.ReadManagement => GraphPath.Catalogs,
            AccessKind.ReadUsers => "users?$top=1&$select=id",
            AccessKind.ReadGroups => "groups?$top=1&$select=id",
            AccessKind.ReadApplications => "servicePrincipals?$top=1&$select=id",
            _ => null,
        };
        if (url is null)
        {
            return Standing.Unknown;
        }

        try
        {
            await http.GetAsync(url, "looking what may be read", cancellationToken);
            return Standing.Held;
        }
        catch (TenantException refusal) when (!refusal.EndsTheRun)
        {
            return refusal.Status == GraphRefusal.Forbidden ? Standing.Missing : Standing.Unknown;
        }
    }
}
