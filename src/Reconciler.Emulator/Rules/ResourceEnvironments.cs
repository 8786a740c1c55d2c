using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>Which geography of a tenant a site is in, and whether a request looks for it there (contract 4.2, 4.6).</summary>
internal static class ResourceEnvironments
{
    /// <summary>Without an environment the request means the default one; a site elsewhere is not seen.</summary>
    public static Entity? Of(TenantStore store, Origin origin, JsonObject? wanted)
    {
        var asked = wanted is null ? null : Asked(store, wanted);
        if (origin.System != Names.SharePointOnline)
        {
            return asked is null ? null : throw GraphErrorException.InvalidModel("/resource/environment: only sites have one.");
        }

        var byDefault = store.Environments.Find(environment => environment.Is("isDefaultEnvironment"));
        var actual = origin.Environment is { } home
            ? store.Environments.Find(environment => SiteAddress.Same(environment.Text("originId"), home))
            : byDefault;
        return (asked ?? byDefault) == actual
            ? actual
            : throw GraphErrorException.BadRequest(
                "ResourceNotFoundInOriginSystem",
                $"The site '{origin.Id}' was not found in {(asked is null ? "the default environment" : $"the environment '{asked.Text("originId")}'")}.");
    }

    private static Entity Asked(TenantStore store, JsonObject wanted)
    {
        var found = Finding.Text(wanted, "id") is { } id ? store.Find(Names.Environment, id)
            : Finding.Text(wanted, "originId") is { } originId ? store.Environments.Find(known => SiteAddress.Same(known.Text("originId"), originId))
            : throw GraphErrorException.InvalidModel("/resource/environment: it is named by originId or id.");
        return found ?? throw GraphErrorException.NotFound("ResourceEnvironmentNotFound", "The resource environment was not found.");
    }
}
