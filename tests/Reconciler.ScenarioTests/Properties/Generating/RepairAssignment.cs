using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A direct assignment: through a policy that asks for no approval, at a time to come, and of one package a user so that none excludes another.</summary>
internal static class RepairAssignment
{
    private static readonly DateTimeOffset Soon = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly DateTimeOffset Late = new(2101, 12, 31, 23, 59, 59, TimeSpan.Zero);

    /// <summary>Null where it can't be.</summary>
    public static DirectAssignment? Fitting(DirectAssignment assignment, Neighbours all)
    {
        var policies = all.Now.Where(d => d.Key.Parent == assignment.Key.Parent).OrderBy(d => d.Key)
            .Select(d => d.Ensure == Entitlements.Fields.Ensure.Present ? d.Entity as AssignmentPolicy : null).OfType<AssignmentPolicy>()
            .Where(policy => policy.Approval is { IsWritten: true, Value: Approval.None }).ToList();
        var policy = policies.Find(p => NameComparer.Instance.Equals(p.Name, assignment.Policy.IsWritten ? assignment.Policy.Value.Name : "")) ?? policies.FirstOrDefault();
        if (policy is null || Holds(assignment, all))
        {
            return null;
        }

        // None ends while a case lasts: the tenant notes it when somebody looks, and a plan would seem to have written.
        var mustEnd = policy.Expiration is not { IsWritten: true, Value: Expiration.Never };
        var from = assignment.From.IsWritten ? Soon.AddDays(assignment.From.Value.DayOfYear).AddSeconds(assignment.From.Value.Second) : default(Setting<DateTimeOffset>);
        return assignment with
        {
            Policy = new Reference(ReferenceKind.Policy, policy.Name),
            From = from,
            Until = assignment.Until.IsWritten || mustEnd ? Late.AddDays(-assignment.Until.Or(Late).DayOfYear) : default(Setting<DateTimeOffset>),
        };
    }

    private static bool Holds(DirectAssignment assignment, Neighbours all) =>
        all.Was.Concat(all.Now.Where(d => d.Key < assignment.Key)).Any(d => d.Entity is DirectAssignment other && other.Key.Name == assignment.Key.Name && other.Key.Parent != assignment.Key.Parent);
}
