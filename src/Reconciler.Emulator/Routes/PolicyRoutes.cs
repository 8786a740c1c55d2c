using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Assignment policies (contract 7). There is no PATCH: a PUT replaces everything.</summary>
internal static class PolicyRoutes
{
    public const string Collection = EntitlementManagement + "/assignmentPolicies";

    private const string One = Collection + "/{id}";

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(Policies(call.Store.Policies))),
        Route.Get(EntitlementManagement + "/accessPackages/{id}/assignmentPolicies", ListOfPackage),
        Route.Get(One, call => call.Ok(call.Policy(call.Value("id")))),
        Route.Post(Collection, Create),
        Route.Put(One, Replace),
        Route.Delete(One, Delete),
    ];

    private static Listing Policies(IEnumerable<Entity> policies) => new(Names.Policy, policies, "id", "displayName", "accessPackage/id");

    private static Answer ListOfPackage(Call call) => call.Page(Policies(call.Package(call.Value("id")).Children(Names.AssignmentPolicies)));

    private static Answer Create(Call call)
    {
        var body = Checked(call);
        var package = call.Package(RequiredReference(body, "accessPackage"));
        PolicyRules.Check(call.Store, body, package, before: null);
        var policy = new Entity(Names.Policy, Writing.Created(call, body, Names.Policy));
        PolicyParts.Attach(policy, body, known: [], call.NewId);
        package.Add(Names.AssignmentPolicies, policy);
        return call.Written(policy, HttpStatusCode.Created);
    }

    private static Answer Replace(Call call)
    {
        var policy = call.Policy(call.Value("id"));
        var body = Checked(call);
        var package = call.Package(RequiredReference(body, "accessPackage"));
        if (policy.Parent != package)
        {
            throw GraphErrorException.InvalidModel("/accessPackage/id: a policy cannot be moved to another access package.");
        }

        PolicyRules.Check(call.Store, body, package, before: policy);
        var known = policy.Children(Names.Questions).Concat(policy.Children(Names.StageSettings)).Select(part => part.Id).ToList();
        policy.Replace(new JsonObject { ["id"] = policy.Id, ["createdDateTime"] = policy.Members["createdDateTime"]?.DeepClone() });
        Writing.Patch(call, policy, body);
        PolicyParts.Attach(policy, body, known, call.NewId);
        return call.Written(policy, HttpStatusCode.OK);
    }

    private static JsonObject Checked(Call call)
    {
        var body = call.Read(Names.Policy);
        Writing.RequireName(body);
        Writing.RefuseNavigations(body, Names.Policy, "accessPackage", Names.Questions, Names.StageSettings);
        return body;
    }

    private static Answer Delete(Call call)
    {
        var policy = call.Policy(call.Value("id"));
        AssignmentSchedules.EndWhatIsOver(call);
        if (call.Store.LiveAssignmentsOf(Names.PolicyLink, policy.Id).Any())
        {
            throw GraphErrorException.BadRequest("PolicyHasAssignments", "The policy cannot be deleted because there are assignments made by it.");
        }

        foreach (var expired in call.Store.AssignmentsOf(Names.PolicyLink, policy.Id))
        {
            expired.SetLinks(Names.PolicyLink);
        }

        policy.Parent?.Remove(Names.AssignmentPolicies, policy);
        return Answer.NoContent;
    }
}
