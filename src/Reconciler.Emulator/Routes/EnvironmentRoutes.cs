using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>The geographies of a tenant's SharePoint (contract 4.6).</summary>
internal static class EnvironmentRoutes
{
    private const string Collection = EntitlementManagement + "/resourceEnvironments";

    public static readonly Route[] All =
    [
        Route.Get(Collection, List),
        Route.Get(Collection + "/{id}", call => call.Ok(call.Store.Find(Names.Environment, call.Value("id"))
            ?? throw GraphErrorException.NotFound("ResourceEnvironmentNotFound", "The resource environment was not found."))),
    ];

    // The status and the message are known, the code is not.
    private static Answer List(Call call) =>
        call.Query.Filter?.Contains("originSystem", StringComparison.OrdinalIgnoreCase) == true
            ? call.Page(new(Names.Environment, call.Store.Environments, "id", "originSystem", "originId", "displayName"))
            : throw GraphErrorException.BadRequest("BadRequest", "Origin system is required.");
}
