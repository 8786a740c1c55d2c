using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Who decides, reviews or asks for others, as Graph writes it (contract 6.1).</summary>
internal sealed class SubjectWire
{
    private const string Level = "managerLevel";

    /// <summary>Approvers and reviewers: the manager of who requests or holds.</summary>
    public static readonly SubjectWire Deciding = new("requestorManager");

    /// <summary>Those who ask for others: the manager of whom it is for.</summary>
    public static readonly SubjectWire OnBehalf = new("targetManager");

    private readonly string _manager;
    private readonly Func<WireValue, Subject> _toSubject;

    /// <summary>Subjects of one side.</summary>
    /// <param name="manager">The type that a manager is of: whose manager is meant depends on what the subject does.</param>
    private SubjectWire(string manager) => (_manager, _toSubject) = (manager, ToSubject);

    public EquatableArray<Subject> ToSubjects(WireValue owner, string member) => owner.Made(member, _toSubject);

    public void Overlay(JsonObject owner, string member, IEnumerable<Subject> wanted) =>
        owner[member] = WireList.Overlay(owner[member], wanted, subject => ToSubject(subject), From);

    private Subject ToSubject(WireValue subject) => subject.TypeName() switch
    {
        var type when type.Means(_manager) => new Subject.Manager(subject.Whole(Level) ?? 1),
        "internalSponsors" => new Subject.Sponsors(SponsorKind.Internal),
        "externalSponsors" => new Subject.Sponsors(SponsorKind.External),
        "targetUserSponsors" => new Subject.Sponsors(SponsorKind.OfUser),
        var other => SubjectSetWire.ToReference(subject) is { Kind: ReferenceKind.User or ReferenceKind.Group } who
            ? new Subject.Principal(who)
            : new Subject.Unmodelled(Words(other, subject)),
    };

    private JsonObject From(Subject subject)
    {
        switch (subject)
        {
            case Subject.Principal principal:
                return SubjectSetWire.From(principal.Who);
            case Subject.Manager { Level: var level }:
                var typed = WireJson.Typed(_manager);
                typed[Level] = level;
                return typed;
            case Subject.Sponsors { Kind: var kind }:
                return WireJson.Typed(kind switch
                {
                    SponsorKind.Internal => "internalSponsors",
                    SponsorKind.External => "externalSponsors",
                    _ => "targetUserSponsors",
                });
            default:
                throw new InvalidOperationException($"No way to write {subject}.");
        }
    }

    private static string Words(string type, WireValue subject) => type switch
    {
        "requestorManager" => $"the requestor's manager, level {subject.Whole(Level) ?? 1}",
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
