using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>Where the people of a connected organization sign in (contract 11). One tenant or domain belongs to one organization.</summary>
internal static class IdentitySources
{
    private static readonly string[] Clouds = ["microsoftonline.com", "microsoftonline.us", "partner.microsoftonline.cn"];

    /// <summary>Refuses what is none, and the same one twice.</summary>
    public static void Check(JsonArray? sources)
    {
        var keys = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (source, index) in (sources ?? []).OfType<JsonObject>().Select((source, index) => (source, index)))
        {
            CheckMembers(source, $"/identitySources/{index}");
            if (KeyOf(source) is { } key && !keys.Add(key))
            {
                throw GraphErrorException.Duplicate();
            }
        }
    }

    /// <summary>Another organization that has one of the sources already.</summary>
    public static Entity? Holder(TenantStore store, JsonArray? sources, Entity? but)
    {
        var keys = (sources ?? []).OfType<JsonObject>().Select(KeyOf).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        return store.ConnectedOrganizations.Find(other => other != but
            && (other.Members["identitySources"] as JsonArray ?? []).OfType<JsonObject>().Any(source => KeyOf(source) is { } key && keys.Contains(key)));
    }

    private static void CheckMembers(JsonObject source, string place)
    {
        switch (TypeOf(source))
        {
            case "azureActiveDirectoryTenant":
                RequireTenant(source, place);
                break;
            case "crossCloudAzureActiveDirectoryTenant":
                RequireTenant(source, place);
                if (!Clouds.Contains(Require(source, "cloudInstance", place)))
                {
                    throw GraphErrorException.InvalidModel($"{place}/cloudInstance: it is one of {string.Join(", ", Clouds)}.");
                }

                break;
            case "domainIdentitySource":
                Require(source, "domainName", place);
                break;
            case "externalDomainFederation":
                Require(source, "domainName", place);
                Require(source, "issuerUri", place);
                break;
            default:
                Require(source, "socialIdentitySourceType", place);
                break;
        }
    }

    private static void RequireTenant(JsonObject source, string place)
    {
        if (!Guid.TryParse(Require(source, "tenantId", place), out _))
        {
            throw GraphErrorException.InvalidModel($"{place}/tenantId: '{Finding.Text(source, "tenantId")}' is no GUID.");
        }
    }

    private static string Require(JsonObject source, string member, string place) =>
        Finding.Text(source, member) ?? throw GraphErrorException.InvalidModel($"{place}/{member}: it is required.");

    // A tenant is one tenant in whichever cloud it is looked for; a domain is one domain however it is federated.
    private static string? KeyOf(JsonObject source) => Finding.Text(source, "tenantId") ?? Finding.Text(source, "domainName");

    private static string? TypeOf(JsonObject source) => TypeTable.FromWire(Finding.Text(source, "@odata.type") ?? "");
}
