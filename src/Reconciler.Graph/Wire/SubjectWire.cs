using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;

namespace Reconciler.Graph.Wire;

/// <summary>An approver as Graph writes it (contract 6.1).</summary>
internal static class SubjectWire
{
    public const string Level = "managerLevel";

    public static Subject ToApprover(JsonObject subject, DirectoryNames names) =>
        SubjectSetWire.ToReference(subject, names) is { } who ? new Subject.Principal(who) : subject.TypeName() switch
        {
            "requestorManager" => new Subject.Manager(subject.Whole(Level) ?? 1),
            "internalSponsors" => new Subject.Sponsors(SponsorKind.Internal),
            "externalSponsors" => new Subject.Sponsors(SponsorKind.External),
            "targetUserSponsors" => new Subject.Sponsors(SponsorKind.OfUser),
            var other => new Subject.Unmodelled(Words(other, subject)),
        };

    public static JsonObject From(Subject approver) => approver switch
    {
        Subject.Principal principal => SubjectSetWire.From(principal.Who),
        Subject.Manager manager => Manager(manager.Level),
        Subject.Sponsors { Kind: SponsorKind.Internal } => WireJson.Typed("internalSponsors"),
        Subject.Sponsors { Kind: SponsorKind.External } => WireJson.Typed("externalSponsors"),
        Subject.Sponsors => WireJson.Typed("targetUserSponsors"),
        Subject.Unmodelled unmodelled => throw new InvalidOperationException($"There is no word for {unmodelled.Words}; it can't be written."),
        _ => throw new InvalidOperationException($"No way to write {approver}."),
    };

    private static JsonObject Manager(int level)
    {
        var subject = WireJson.Typed("requestorManager");
        subject[Level] = level;
        return subject;
    }

    private static string Words(string type, JsonObject subject) => type switch
    {
        "targetManager" => $"the target's manager, level {subject.Whole(Level) ?? 1}",
        "connectedOrganizationMembers" => $"the members of the connected organization {subject.Text("connectedOrganizationId")}",
        "singleServicePrincipal" => $"the service principal {subject.Text("servicePrincipalId")}",
        "attributeRuleMembers" => $"everybody for whom {subject.Text("membershipRule")}",
        "targetApplicationOwners" => "the owners of the target application",
        "targetAgentIdentitySponsorsOrOwners" => "the sponsors or owners of the target agent",
        "" => "a subject without a type",
        _ => $"subjects of type {type}",
    };
}
