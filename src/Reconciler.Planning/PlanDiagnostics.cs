using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>The messages of the plan stage, RCN2xx.</summary>
internal static class PlanDiagnostics
{
    public static Diagnostic NeededToCreate(SourceSpan? where, EntityKey key, IReadOnlyCollection<ImmutableArray<string>> missing) =>
        new("RCN201", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" is new and does not say: {string.Join(", ", missing.Select(needed => string.Join(" or ", needed)))}.",
            $"Write {string.Join(" and ", missing.Select(needed => Form(needed[0])))}: {(key.Kind == EntityKind.AssignmentPolicy ? "a default would decide about access. On a policy that exists they may be left out." : "it can't be made without.")}");

    public static Diagnostic CannotConverge(SourceSpan? where, EntityKey key, FieldChange field) =>
        new("RCN205", Severity.Error, where, $"Cannot converge: {field.Label} of the {Nouns.One(key.Kind)} \"{key.Name}\" is {field.Old ?? "not set"}, and Graph can't change it to {field.New ?? "nothing"}.",
            "Write what is there; or declare a new one under another name, let everything name that, and take this one out.");

    public static Diagnostic CatalogStillHolds(SourceSpan? where, EntityKey key, IReadOnlyCollection<ActualEntity> left) =>
        new("RCN202", Severity.Error, where, $"The catalog \"{key.Name}\" can't be deleted: it holds {Nouns.Count(left.Count, EntityKind.AccessPackage)} that nothing deletes: {Names(left)}.",
            "Declare the catalog again, or let it go with ensure: unmanaged; to delete it, declare them with ensure: absent.");

    public static Diagnostic ResourceInUse(SourceSpan? where, EntityKey key, Reference resource, IReadOnlyCollection<ActualEntity> users) =>
        new("RCN203", Severity.Error, where, $"The {resource.Kind.Noun()} \"{resource.Name ?? resource.Id}\" can't leave the catalog \"{key.Name}\": {Names(users)} still {(users.Count == 1 ? "gives" : "give")} a role of it.",
            "Take the role out of the package's resourceRoles too, or keep the resource.");

    public static Diagnostic NowhereToCreate(SourceSpan? where, EntityKey key, EntityKey parent) =>
        new("RCN204", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" can't be made: its {Nouns.One(parent.Kind)} \"{parent.Name}\" is not there, or goes by the same plan.",
            $"Declare \"{parent.Name}\" so that it is there, or take \"{key.Name}\" out.");

    public static Diagnostic SecondAutomatic(SourceSpan? where, EntityKey key, ActualEntity other) =>
        new("RCN215", Severity.Error, where, $"The assignment policy \"{key.Name}\" can't assign automatically: \"{other.Entity.Key}\" does so already, and an access package has one such policy.",
            $"Give \"{other.Entity.Key.Name}\" requestors, or take it out, and apply that first; or change its rule instead.");

    public static Diagnostic IgnoreHasEnded(Ignore ignore) =>
        new("RCN206", Severity.Warning, ignore.Where, $"The Ignore of {string.Join(", ", ignore.Fields)} of \"{ignore.Target}\" ended on {ignore.Until:yyyy-MM-dd}: it is compared and written again.",
            "Take it out, or give it another `until`.");

    public static Diagnostic AssignedOtherwise(SourceSpan? where, EntityKey key, EquatableArray<FieldChange> fields) =>
        new("RCN207", Severity.Warning, where, $"{key.Name} has the access package already, otherwise than declared: {string.Join(", ", fields.Select(field => $"{field.Label} is {field.Old ?? "not set"}"))}.",
            "This build makes assignments and changes none; end it in the portal, or write what is there.");

    public static Diagnostic NameMeansAnother(Repointed repointed) =>
        new("RCN208", Severity.Warning, null, $"The {repointed.Now.Kind.Noun()} \"{repointed.Before.Name}\" is no longer the one that was applied ({repointed.Before.Id}): the name now stands for {repointed.Now.Id}, and no change of this plan shows it.",
            "Look who gave the name to another object. Applying takes the new one for approved.");

    public static Diagnostic StillNamed(SourceSpan? where, EntityKey key, IReadOnlyCollection<ActualEntity> policies) =>
        new("RCN210", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" can't be deleted: {Nouns.Count(policies.Count, policies.First().Entity.Key.Kind)} still {(policies.Count == 1 ? "names" : "name")} it: {Names(policies)}.",
            "Take it out of them too, or declare it again.");

    public static Diagnostic NamesWhatGoes(SourceSpan? where, EntityKey key, EntityKey gone) =>
        new("RCN209", Severity.Error, where, $"The {Nouns.One(gone.Kind)} \"{gone}\" would be deleted, and the {Nouns.One(key.Kind)} \"{key}\" names it here.",
            "Take it out here, or declare it again.");

    public static Diagnostic NobodyOwns(SourceSpan? where, EntityKey key) =>
        new("RCN216", Severity.Warning, where, $"The catalog \"{key.Name}\" would have no owner: then only administrators of the tenant can manage it.", "Name an owner, if that is not meant.");

    public static Diagnostic WouldBePruned(SourceSpan? where, EntityKey key, ActualEntity actual) =>
        new("RCN217", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" is called \"{actual.Entity.Key.Name}\" in the tenant: let go under this name it would be pruned by the next run.",
            $"Write the name that it has there, or its id: {actual.Id}");

    private static string Form(string setting) => setting switch
    {
        "requestors" => "`requestors: { who: … }`",
        "approval" => "`approval: none` or `approval: { stages: … }`",
        "expiration" => "`expiration: never` or `expiration: { after: … }`",
        "runs" => "`runs: onRequest` or `runs: onAssignment`",
        "logicApp" => "`logicApp: { subscription: …, resourceGroup: …, workflow: … }`",
        "identitySources" => "`identitySources: [ { tenant: … } ]`",
        _ => $"`{setting}: …`",
    };

    private static string Names(IReadOnlyCollection<ActualEntity> entities)
    {
        var names = entities.Select(e => $"\"{e.Entity.Key.Name}\"").Order(StringComparer.Ordinal).ToList();
        return names.Count <= 5 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more";
    }
}
