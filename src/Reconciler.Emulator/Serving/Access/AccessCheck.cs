using System.Net;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>Holds a request against what its caller was granted.</summary>
internal static class AccessCheck
{
    /// <summary>Lets the request pass or refuses it as Graph does; gives what its lists may show, null for everything.</summary>
    public static Func<Entity, bool>? Demand(TenantStore store, GraphRequest request, IReadOnlyList<string> segments)
    {
        if (request.Caller is not { } caller || AccessTable.RowFor(segments) is not { } row)
        {
            return null;
        }

        var writes = request.Method != HttpMethod.Get;
        if (row.Admits(caller, writes))
        {
            OriginRights.Demand(store, caller, request, segments);
            return null;
        }

        var rights = new CatalogRights(store, caller);
        if (!row.IsEntitlementManagement || row.NeedsUser || !rights.Allow(request, segments))
        {
            throw row.IsEntitlementManagement ? Unauthorized() : Denied();
        }

        OriginRights.Demand(store, caller, request, segments);
        return rights.Sees;
    }

    private static GraphErrorException Unauthorized() =>
        new(HttpStatusCode.Forbidden, "UnAuthorized", "User is not authorized to perform the operation. Reason: Unauthorized");

    private static GraphErrorException Denied() =>
        new(HttpStatusCode.Forbidden, "Authorization_RequestDenied", "Insufficient privileges to complete the operation.");
}
