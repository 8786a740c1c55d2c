using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>What the keys are called elsewhere: by Graph, as the table of fields says, and by those who wrote policies for other tools.</summary>
internal static class OtherNames
{
    private static readonly (string Other, string Key)[] Habits =
    [
        ("displayName", "name"), ("title", "name"), ("catalogId", "catalog"), ("accessPackageCatalog", "catalog"), ("assignmentPolicies", "policies"),
        ("accessPackageAssignmentPolicies", "policies"), ("accessPackageResourceRoleScopes", "resourceRoles"), ("roles", "resourceRoles"), ("accessPackageResources", "resources"),
        ("requestorSettings", "requestors"), ("approvalSettings", "approval"), ("reviewSettings", "review"), ("oldNames", "previously"), ("renamedFrom", "previously"),
        ("userPrincipalName", "user"), ("upn", "user"), ("groupName", "group"), ("app", "application"), ("url", "site"), ("accessPackage", "package"), ("connectedOrganization", "organization"),
        ("primaryApprovers", "approvers"), ("backupApprovers", "fallback"), ("fallbackApprovers", "fallback"), ("primaryReviewers", "reviewers"), ("fallbackReviewers", "fallback"),
        ("answer", "choices"), ("params", "parameters"), ("parameter", "with"), ("duration", "after"), ("endDate", "until"), ("vars", "variables"), ("timezone", "timeZone"),
    ];

    private static readonly ILookup<string, string> Keys = Habits
        .Concat(Language.Tables.SelectMany(table => Deep([.. table.Header, .. table.Settings])))
        .ToLookup(pair => Plain(pair.Other), pair => pair.Key, StringComparer.Ordinal);

    /// <summary>The one of the keys that is called so elsewhere; null where none is.</summary>
    public static string? Of(string written, IReadOnlyCollection<string> known) => Keys[Plain(written)].FirstOrDefault(key => key != written && known.Contains(key));

    private static IEnumerable<(string Other, string Key)> Deep(IEnumerable<Field> fields) => fields.SelectMany(field =>
        field.Graph.Select(member => (member[(member.LastIndexOf('.') + 1)..], field.Key)).Concat(Deep(Below(field.Shape))));

    private static IEnumerable<Field> Below(Shape shape) => shape switch
    {
        Shape.Group group => group.Fields,
        Shape.Union union => union.Forms.SelectMany(form => Below(form.Shape)),
        Shape.ListOf list => Below(list.Item),
        Shape.MapOf map => Below(map.Item),
        _ => [],
    };

    private static string Plain(string name) => name.Replace("_", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
}
