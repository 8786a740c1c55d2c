using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.Cli.Output;

/// <summary>A grant of the least that a command needs: what it is for, and whether it is there. What others bring along has no row of its own.</summary>
/// <param name="Grant">The permission; null where a person needs none beside a role.</param>
internal sealed record PermissionRow(string? Grant, string? Role, IReadOnlyList<NeededBy> By, Standing? Standing)
{
    private const int Few = 3;

    public static IReadOnlyList<PermissionRow> Of(PermissionsPurpose purpose, bool isPerson)
    {
        var least = GraphGrants.Least([.. purpose.Needs.Select(need => need.Kind)], isPerson);
        var needs = purpose.Needs.Select((need, index) => (Need: need, Standing: purpose.Standings.Count > index ? purpose.Standings[index] : (Standing?)null)).ToList();
        return
        [
            .. least.Select(grant => Row(grant, needs.Where(one => GraphGrants.Of(one.Need.Kind, isPerson) == grant), isPerson)),
            .. isPerson ? needs.Where(one => GraphGrants.Of(one.Need.Kind, isPerson) is null).Select(one => Row(null, [one], isPerson)) : [],
        ];
    }

    /// <summary>What it is for, the first few things of many, each with its line where one asks for it.</summary>
    public IEnumerable<(string What, string? Place)> Why() => By.Take(Few).Select(by => (by.What, by.Where is { } where ? $"{where.File}:{where.Line}" : null))
        .Concat(By.Count > Few ? [($"and {By.Count - Few} more", null)] : []);

    public static string Word(Standing? standing) => standing switch
    {
        Entitlements.Standing.Held => "held",
        Entitlements.Standing.Missing => "missing",
        _ => "cannot be told",
    };

    private static PermissionRow Row(string? grant, IEnumerable<(Need Need, Standing? Standing)> needs, bool isPerson)
    {
        var all = needs.ToList();
        var standings = all.ConvertAll(one => one.Standing);
        var roles = isPerson ? all.Select(one => GraphGrants.Of(one.Need.Kind).Role).OfType<string>().Distinct().ToList() : [];
        return new PermissionRow(
            grant,

            // Of two of which one leaves a choice, the other leaves none.
            roles.MinBy(role => role.Length),
            [.. all.SelectMany(one => one.Need.By).DistinctBy(by => by.What)],
            standings.Contains(Entitlements.Standing.Missing) ? Entitlements.Standing.Missing
                : standings.Contains(Entitlements.Standing.Unknown) ? Entitlements.Standing.Unknown
                : standings.FirstOrDefault());
    }
}
