using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>The messages of the plan stage, RCN2xx.</summary>
internal static class PlanDiagnostics
{
    public static Diagnostic NeededToCreate(SourceSpan? where, EntityKey key, IReadOnlyCollection<string> missing) =>
        new("RCN201", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" is new and does not say: {string.Join(", ", missing)}.",
            $"Write {string.Join(" and ", missing.Select(Form))}: a default would decide about access. On a policy that exists they may be left out.");

    public static Diagnostic CatalogStillHolds(SourceSpan? where, EntityKey key, IReadOnlyCollection<ActualEntity> left) =>
        new("RCN202", Severity.Error, where, $"The catalog \"{key.Name}\" can't be deleted: it holds {Nouns.Count(left.Count, EntityKind.AccessPackage)} that nothing deletes: {Names(left)}.",
            "Declare the catalog again, or let it go with ensure: unmanaged; to delete it, declare them with ensure: absent.");

    public static Diagnostic ResourceInUse(SourceSpan? where, EntityKey key, Reference resource, IReadOnlyCollection<ActualEntity> users) =>
        new("RCN203", Severity.Error, where, $"The {resource.Kind.ToString().ToLowerInvariant()} \"{resource.Name ?? resource.Id}\" can't leave the catalog \"{key.Name}\": {Names(users)} still {(users.Count == 1 ? "gives" : "give")} a role of it.",
            "Take the role out of the package's resourceRoles too, or keep the resource.");

    public static Diagnostic NowhereToCreate(SourceSpan? where, EntityKey key, EntityKey parent) =>
        new("RCN204", Severity.Error, where, $"The {Nouns.One(key.Kind)} \"{key.Name}\" can't be made: its {Nouns.One(parent.Kind)} \"{parent.Name}\" is not there, or goes by the same plan.",
            $"Declare \"{parent.Name}\" so that it is there, or take \"{key.Name}\" out.");

    private static string Form(string setting) => setting switch
    {
        "requestors" => "`requestors: { who: … }`",
        "approval" => "`approval: none` or `approval: { stages: … }`",
        "expiration" => "`expiration: never` or `expiration: { after: … }`",
        _ => $"`{setting}: …`",
    };

    private static string Names(IReadOnlyCollection<ActualEntity> entities)
    {
        var names = entities.Select(e => $"\"{e.Entity.Key.Name}\"").Order(StringComparer.Ordinal).ToList();
        return names.Count <= 5 ? string.Join(", ", names) : $"{string.Join(", ", names.Take(5))} and {names.Count - 5} more";
    }
}
