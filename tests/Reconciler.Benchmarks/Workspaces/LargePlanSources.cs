using Reconciler.Entitlements;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>Where the declarations of a <see cref="LargePlan"/> would stand: a file each, a line for every value, known once somebody asks.</summary>
internal sealed class LargePlanSources
{
    private static readonly string[] OfPackage = ["", "name", "catalog", "description", "resourceRoles", "resourceRoles[0]", "resourceRoles[0].role", "resourceRoles[1]", "resourceRoles[1].role"];

    private static readonly string[] OfPolicy =
    [
        "", "name", "description", "requestors", "requestors.who", "requestors.who[0]", "approval", "approval.stages", "approval.stages[0]",
        "approval.stages[0].approvers", "approval.stages[0].approvers[0]", "approval.stages[0].fallback", "approval.stages[0].fallback[0]",
        "approval.stages[0].decideWithin", "approval.stages[1]", "approval.stages[1].approvers", "approval.stages[1].approvers[0]", "expiration", "expiration.after",
    ];

    public SourceMap Map { get; } = new();

    public void Add(Entity declared)
    {
        var paths = declared is AssignmentPolicy ? OfPolicy : OfPackage;
        var file = $"policies/{string.Join('/', declared.Key.Path)}.yaml";
        Map.Add(declared.Key, paths.Select((path, line) => (path, new SourceSpan(file, line + 1, 1, path.Length + 1))));
    }
}
