using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Rules;

/// <summary>Who a policy admits by name must be of the one class that its scope stands for (contract 7.2).</summary>
internal static class TargetRules
{
    private const string Place = "/specificAllowedTargets";
    private const int MostNamedUsersAndGroups = 500;
    private const int MostNamedOrganizations = 1000;

    public static void Check(JsonObject policy)
    {
        var scope = Finding.Text(policy, "allowedTargetScope") ?? "notSpecified";
        var types = (policy["specificAllowedTargets"] as JsonArray ?? []).Select(Subjects.TypeOf).ToList();
        string[] admitted = scope switch
        {
            "specificDirectoryUsers" => ["singleUser", "groupMembers", "attributeRuleMembers"],
            "specificConnectedOrganizationUsers" => ["connectedOrganizationMembers"],
            "specificDirectoryServicePrincipals" => ["singleServicePrincipal"],
            _ => [],
        };
        var odd = types.FindIndex(type => !admitted.Contains(type));
        if (odd >= 0)
        {
            throw GraphErrorException.InvalidModel($"{Place}/{odd}: the scope '{scope}' does not go with '{types[odd]}'.");
        }

        if (admitted.Length > 0 && types.Count == 0)
        {
            throw GraphErrorException.InvalidModel($"{Place}: the scope '{scope}' needs somebody named.");
        }

        var most = scope is "specificConnectedOrganizationUsers" ? MostNamedOrganizations : MostNamedUsersAndGroups;
        if (types.Count > most)
        {
            throw GraphErrorException.InvalidModel($"{Place}: at most {most} can be named, not {types.Count}.");
        }
    }
}
