using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>The messages of the bind stage, RCN4xx.</summary>
internal static class BindDiagnostics
{
    public const string UnknownNameCode = "RCN401";

    public static Diagnostic UnknownName(SourceSpan? where, Reference asked, IReadOnlyList<string> near) => asked.Id is null
        ? Error(UnknownNameCode, where, $"There is no {Quoted(asked)} in {(asked.Kind == ReferenceKind.Site ? "SharePoint" : "the directory")}{DidYouMean(near)}", asked is { Kind: ReferenceKind.User, Name: { } name } && !name.Contains('@')
            ? "Write the user principal name, such as megan@contoso.com, not the display name."
            : asked.Kind == ReferenceKind.Site ? "Correct the address, or make the site first: this tool makes none."
            : "Correct the name, or create it first: it is not made by this tool.")
        : asked.IsDangling ? Error(UnknownNameCode, where, $"There is no {asked.Kind.Noun()} with the id {asked.Id} in the directory, and what stands here does not hold it in the tenant.", "Take it out.")
        : Error(UnknownNameCode, where, $"There is no {Quoted(asked)} with the id {asked.Id} in the directory.", "Correct the id, or take it out so that the name decides.");

    public static Diagnostic AmbiguousName(SourceSpan? where, Reference asked, IEnumerable<Reference> candidates) =>
        Error("RCN402", where, $"Several {asked.Kind.Noun()}s are called \"{asked.Name}\": {string.Join(", ", candidates.Select(c => c.Id).Order(StringComparer.Ordinal))}.",
            "Write the id of the one that is meant beside its name: id: …");

    public static Diagnostic NameOfAnother(SourceSpan? where, Reference asked, Reference found) =>
        new("RCN403", Severity.Warning, where, $"The id {asked.Id} is that of \"{found.Name}\", not of \"{asked.Name ?? Reference.Deleted}\".", "The id decides; correct the name.");

    public static Diagnostic UnknownCatalog(SourceSpan? where, EntityKey package, string catalog, string? nearest) =>
        Error("RCN404", where, $"The catalog \"{catalog}\" of the access package \"{package.Name}\" is neither declared nor in the tenant{DidYouMean(nearest)}",
            "Declare it (kind: Catalog), or correct the name.");

    public static Diagnostic NoBuiltInCatalog(SourceSpan? where) =>
        Error("RCN405", where, "The tenant has no built-in catalog yet.",
            "It is made when an administrator first opens entitlement management in the Entra admin center.");

    public static Diagnostic SeveralOfOneName(SourceSpan? where, EntityKey key, IEnumerable<ActualEntity> found) =>
        Error("RCN406", where, $"The tenant has several {Nouns.Many(key.Kind)} called \"{key.Name}\" there: {string.Join(", ", found.Select(f => f.Id).Order(StringComparer.Ordinal))}.",
            "Write the id of the one that is meant beside its name: id: …");

    public static Diagnostic UnknownId(SourceSpan? where, EntityKey key, string id) =>
        Error("RCN407", where, $"The tenant has no {Nouns.One(key.Kind)} with the id {id} there.", "Correct the id, or take it out so that the name decides.");

    public static Diagnostic MeantTwice(SourceSpan? where, EntityKey key, EntityKey other, SourceSpan? there) =>
        Error("RCN408", where, $"The {Nouns.One(key.Kind)} \"{key}\" is the same object of the tenant as \"{other}\"{(there is null ? "" : $" (at {there})")}.", "Let one declaration mean it: take the other out, or correct its id or previously.");

    public static Diagnostic Moved(SourceSpan? where, EntityKey key, string from) =>
        Error("RCN409", where, $"The access package \"{key.Name}\" is in the catalog \"{from}\", and Graph v1.0 can't move it to \"{key.CatalogName}\".",
            $"Declare it in \"{from}\" again; or, to have a second one, keep the first declared or under ensure: unmanaged.");

    public static Diagnostic ResourceNotInCatalog(SourceSpan? where, EntityKey key, Reference resource) =>
        Error("RCN410", where, $"The catalog \"{key.CatalogName}\" has no resource {Quoted(resource)}, which \"{key.Name}\" gives a role of.",
            "Declare the catalog with the resource in its resources, or add it there by hand.");

    public static Diagnostic NewNameIsTaken(SourceSpan? where, EntityKey key, ActualEntity named, ActualEntity former) =>
        Error("RCN411", where, $"The {Nouns.One(key.Kind)} \"{former.Entity.Key.Name}\" ({former.Id}) can't be renamed to \"{key.Name}\": another one is called so already ({named.Id}).",
            "Write the id of the one that is meant: id: …; and rename or delete the other one.");

    public static Diagnostic CatalogIsDeclaredAs(SourceSpan? where, EntityKey package, string name, string declaredAs) =>
        Error("RCN412", where, $"The catalog \"{name}\" of the access package \"{package.Name}\" is declared under another name: \"{declaredAs}\".",
            $"Write catalog: {declaredAs}.");

    public static Diagnostic UnknownEntity(SourceSpan? where, Reference asked, EntityKey key, string? nearest) =>
        Error("RCN413", where, $"The {Quoted(asked)}{(key.Parent is { } parent ? $" of \"{parent}\"" : "")} is neither declared nor in the tenant{DidYouMean(nearest)}", "Declare it, or correct the name.");

    public static Diagnostic NamesWhatGoes(SourceSpan? where, Reference asked, Ensure ensure) =>
        Error("RCN414", where, $"The {Quoted(asked)} {(ensure == Ensure.Absent ? "is declared absent" : "is not declared for this tenant and not there")}, and is named here.",
            "Take it out here, or keep it declared.");

    public static Diagnostic SeveralOfOneSource(SourceSpan? where, EntityKey key, IEnumerable<ActualEntity> found) =>
        Error("RCN417", where, $"The identity sources of \"{key.Name}\" are those of several connected organizations: {string.Join(", ", found.Select(f => $"\"{f.Entity.Key.Name}\" ({f.Id})"))}.",
            "Write the id of the one that is meant: id: …; and take the others' sources out.");

    public static Diagnostic SourceIsTaken(SourceSpan? where, EntityKey key, ActualEntity taken, ActualEntity managed) =>
        Error("RCN419", where, $"The connected organization \"{key.Name}\" is managed as {managed.Id}, and an identity source of it is one of \"{taken.Entity.Key.Name}\" ({taken.Id}).",
            "Take the source out of one of them; or give the id of the one that is meant.");

    public static Diagnostic ResourceListedTwice(SourceSpan? where, EntityKey key, Reference resource) =>
        Error("RCN418", where, $"The catalog \"{key.Name}\" lists the {Quoted(resource)} twice, by its name and by its id.", "Keep one of the two.");

    public static Diagnostic DeclaredOutsideOfScope(SourceSpan? where, EntityKey declared, EntityKey actual) =>
        Error("RCN420", where, $"The {Nouns.One(declared.Kind)} \"{actual}\" would be deleted as no longer declared, while \"{declared}\" is declared outside of the workspace's scope and is not there.",
            "Correct the name that is wrong, here or in scope; to delete the one that is there, declare it with ensure: absent.");

    public static Diagnostic ScopeOfNothing(string noun, string name, string? nearest) =>
        new("RCN421", Severity.Warning, null, $"The scope names the {noun} \"{name}\", which is neither declared nor in the tenant{DidYouMean(nearest)}", "Correct the name in reconciler.yaml, or take it out.");

    public static Diagnostic IdOfTheBuiltIn(SourceSpan? where, string id) =>
        Error("RCN422", where, $"The id {id} is that of the built-in catalog, which is \"{Catalog.BuiltInName}\" in every workspace.",
            $"Write name: {Catalog.BuiltInName}, without an alias; or correct the id.");

    public static Diagnostic NoLongerThere(SourceSpan? where, Reference asked, Reference held) =>
        new("RCN423", Severity.Warning, where,
            $"The {asked.Kind.Noun()} {held.Id} is no longer {(asked.Kind.IsOfDirectory() ? "in the directory" : "there")}; the tenant still holds it.", "Take it out here, and the next apply takes it out of the tenant.");

    public static Diagnostic RoleNoLongerThere(SourceSpan? where, Role.Named held, Reference resource) =>
        new("RCN424", Severity.Warning, where, $"The {Quoted(resource)} no longer has the role \"{held}\"; the tenant still gives it.", "Take it out here, and the next apply takes it out of the tenant.");

    public static Diagnostic UnknownRole(SourceSpan? where, Role.Named wanted, Reference resource, IReadOnlyCollection<Role.Named> known) =>
        Error("RCN415", where, $"The {Quoted(resource)} has no role \"{wanted}\"{DidYouMean(Nearest.To(wanted.Name ?? "", known.Select(role => role.Name ?? "")))}", known.Count == 0
            ? "It has none at all: add app roles to it first."
            : $"It has {string.Join(", ", known.Select(role => $"\"{role.Name}\"").Order(StringComparer.Ordinal).Take(10))}{(known.Count > 10 ? " and others" : "")}.");

    public static Diagnostic AmbiguousRole(SourceSpan? where, Role.Named wanted, Reference resource, IEnumerable<Role.Named> found) =>
        Error("RCN416", where, $"The {Quoted(resource)} has several roles \"{wanted}\": {string.Join(", ", found.Select(role => role.Id).Order(StringComparer.Ordinal))}.",
            "Write the id of the one that is meant: role: { id: … }");

    private static Diagnostic Error(string code, SourceSpan? where, string message, string advice) => new(code, Severity.Error, where, message, advice);

    private static string DidYouMean(params IReadOnlyList<string?> nearest) =>
        nearest is [] or [null] ? "." : $"; did you mean {string.Join(" or ", nearest.Select(name => $"\"{name}\""))}?";

    private static string Quoted(Reference reference) => $"{reference.Kind.Noun()} \"{reference.Name}\"";
}
