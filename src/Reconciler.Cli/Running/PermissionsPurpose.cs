using Reconciler.Entitlements;

namespace Reconciler.Cli.Running;

/// <summary>What one command needs, and what of it is there.</summary>
/// <param name="Command"><c>plan</c> or <c>apply</c>.</param>
public sealed record PermissionsPurpose(string Command, EquatableArray<Need> Needs)
{
    /// <summary>One for each need, or none where nobody was asked.</summary>
    public EquatableArray<Standing> Standings { get; init; } = [];

    /// <summary>The same with more reasons.</summary>
    public PermissionsPurpose With(EquatableArray<Need> more) => this with
    {
        Needs = Needs.Concat(more).GroupBy(need => need.Kind).OrderBy(need => need.Key)
            .Select(need => new Need(need.Key, need.SelectMany(one => one.By).ToEquatableArray())).ToEquatableArray(),
    };
}
