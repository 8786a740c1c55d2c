using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>The display names the service writes into <c>description</c> of subject sets (contract 6.1).</summary>
internal sealed class SubjectNames(TenantStore store)
{
    /// <summary>Null when the value names nobody, or nobody known: dangling ids stay as they are.</summary>
    public string? NameOf(string typeName, JsonObject subjectSet) => typeName switch
    {
        "singleUser" => DisplayName(Names.User, Finding.Text(subjectSet, "userId")),
        "groupMembers" => DisplayName(Names.Group, Finding.Text(subjectSet, "groupId")),
        "singleServicePrincipal" => DisplayName(Names.ServicePrincipal, Finding.Text(subjectSet, "servicePrincipalId")),
        "connectedOrganizationMembers" => DisplayName(Names.ConnectedOrganization, Finding.Text(subjectSet, "connectedOrganizationId")),
        _ => null,
    };

    private string? DisplayName(string typeName, string? id) => store.Find(typeName, id)?.Text("displayName");
}
