using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
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
    private const string Notifications = "notificationSettings";
    private const string Review = "reviewSettings";

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => List(call, owner: null)),
        Route.Get(EntitlementManagement + "/accessPackages/{id}/assignmentPolicies", ListOfPackage),
        Route.Get(One, call => call.Ok(call.Policy(call.Value("id")))),
        Route.Get(One, WithVerifiedId) with { IsBeta = true },
        Route.Post(Collection, Create),
        Route.Put(One, Replace),
        Route.Delete(One, Delete),
    ];

    private static Answer ListOfPackage(Call call) => List(call, call.Package(call.Value("id")));

    // Of one package, or of all.
    private static Answer List(Call call, Entity? owner)
    {
        var policies = owner?.Children(Names.AssignmentPolicies) ?? call.Store.Policies;
        if (call.Behaviour.RefusesCalloutsInLists)
        {
            call.RefuseExpandedWithin(Names.StageSettings);
        }

        return call.Page(new Listing(Names.Policy, policies, "id", "displayName", "accessPackage/id")
        {
            Departed = gone => owner is null || gone.Parent == owner,
            Narrow = (path, id) => owner is null && path == "accessPackage/id" ? call.Store.Find(Names.Package, id)?.Children(Names.AssignmentPolicies) ?? [] : null,
        });
    }

    // Read-only, and all that is imitated of beta: what a v1.0 PUT may do to these settings can be seen nowhere else (contract 24, question 4).
    private static Answer WithVerifiedId(Call call)
    {
        var policy = call.Policy(call.Value("id"));
        var answer = call.Ok(policy);
        answer.Body?[Names.VerifiedId] = policy.Members[Names.VerifiedId]?.DeepClone();
        return answer;
    }

    private static Answer Create(Call call)
    {
        var body = Checked(call);
        var package = call.Package(RequiredReference(body, "accessPackage"));
        PolicyRules.Check(call.Store, body, package, before: null);
        var policy = new Entity(Names.Policy, Writing.Created(call, body, Names.Policy));
        PolicyParts.Attach(policy, body, known: [], call.NewId);
        package.Add(Names.AssignmentPolicies, policy);
        return call.Created(policy);
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
        RefuseLostReview(call, policy, body);
        var questions = call.Behaviour.OpenQuestions;
        var keptIds = policy.Children(Names.StageSettings).Concat(questions.RenewsQuestionIds ? [] : policy.Children(Names.Questions)).Select(part => part.Id).ToList();
        policy.Replace(Kept(policy, body, questions));
        Writing.Patch(call, policy, body);
        PolicyParts.Attach(policy, body, keptIds, call.NewId, questions.KeepsOmittedStages && !body.ContainsKey(Names.StageSettings));
        return call.Replaced(policy);
    }

    /// <summary>What is left of a policy that is replaced.</summary>
    private static JsonObject Kept(Entity policy, JsonObject body, OpenQuestions questions)
    {
        List<string> names = ["id", "createdDateTime"];
        names.AddRange(policy.Members.ContainsKey(Names.AcceptedAt) ? [Names.AcceptedAt] : []);
        names.AddRange(questions.KeepsVerifiedId && policy.Members.ContainsKey(Names.VerifiedId) ? [Names.VerifiedId] : []);
        names.AddRange(questions.KeepsOmittedNotifications && !body.ContainsKey(Notifications) ? [Notifications] : []);
        return new(names.Select(name => KeyValuePair.Create(name, policy.Members[name]?.DeepClone())));
    }

    // Whoever deleted the access review left the policy naming it; only a policy that lets go of it can be written again.
    private static void RefuseLostReview(Call call, Entity policy, JsonObject body)
    {
        if (call.Behaviour.Transients.LosesReviews
            && PolicyRules.IsTrue(policy.Members[Review] as JsonObject, "isEnabled")
            && PolicyRules.IsTrue(body[Review] as JsonObject, "isEnabled"))
        {
            throw GraphErrorException.NotFound("", $"BusinessFlow not found for id {DerivedId.From(policy.Id, Review)}");
        }
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
        if (call.Store.LiveAssignmentsOf(policy).Any())
        {
            throw Refusing.Deletion(call, "PolicyHasAssignments", "The policy cannot be deleted because there are assignments made by it.");
        }

        foreach (var expired in call.Store.AssignmentsOf(policy).ToList())
        {
            expired.SetLinks(Names.PolicyLink);
        }

        policy.Parent?.Remove(Names.AssignmentPolicies, policy);
        call.Deleted(policy);
        return Answer.NoContent;
    }
}
