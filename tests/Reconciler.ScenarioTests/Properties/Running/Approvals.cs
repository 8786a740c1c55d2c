using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>Watches policies that ask for approval before and after a run: they do so at every moment between.</summary>
internal sealed class Approvals
{
    private readonly HashSet<string> _ids;
    private readonly HashSet<string> _paths;
    private readonly HashSet<string> _had;
    private readonly List<string> _openDoors = [];

    /// <summary>Begins to watch.</summary>
    /// <param name="before">The tenant as the run finds it.</param>
    /// <param name="after">The same tenant after a run in which nothing went wrong.</param>
    public Approvals(JsonObject before, JsonObject after)
    {
        _had = [.. Policies(before).Select(policy => policy.Id)];
        var asks = Policies(before).Where(policy => policy.Asks).Select(policy => policy.Id).ToHashSet();
        _ids = [.. Policies(after).Where(policy => policy.Asks && asks.Contains(policy.Id)).Select(policy => policy.Id)];
        _paths = [.. Policies(after).Where(policy => policy.Asks && !_had.Contains(policy.Id)).Select(policy => policy.Path)];
    }

    /// <summary>Each time a policy was found without the approval it should have.</summary>
    public IReadOnlyList<string> OpenDoors => _openDoors;

    public void Look(JsonObject state) => _openDoors.AddRange(
        Policies(state).Where(policy => !policy.Asks && (_ids.Contains(policy.Id) || (!_had.Contains(policy.Id) && _paths.Contains(policy.Path)))).Select(policy => policy.Path));

    private static IEnumerable<(string Id, string Path, bool Asks)> Policies(JsonObject state) =>
        from catalog in Objects.Items(state, "catalogs")
        from package in Objects.Items(catalog, "accessPackages")
        from policy in Objects.Items(package, "assignmentPolicies")
        select (Objects.Id(policy), $"{catalog["displayName"]} / {package["displayName"]} / {policy["displayName"]}",
            policy["requestApprovalSettings"]?["isApprovalRequiredForAdd"]?.GetValue<bool>() == true);
}
