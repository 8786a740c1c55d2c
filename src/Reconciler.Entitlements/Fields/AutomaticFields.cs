namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Automatic"/>.</summary>
internal static class AutomaticFields
{
    private static readonly Shape.Group ByRule = new(
        "automatic assignment",
        [
            FieldOf<Automatic.ByRule>.Value("membershipRule", nameof(Automatic.ByRule.MembershipRule), a => a.MembershipRule, (a, v) => a with { MembershipRule = v },
                new Row(new Shape.Text(3072, MayBeEmpty: false), "A rule such as those of dynamic groups: whoever it holds for is assigned.")
                {
                    Says = "the rule for whom it is assigned to", Portal = "Rule syntax",
                    IsRequired = true, Touches = Touches.Holders, Judge = Judgement.Any,
                    Graph = ["accessPackageAssignmentPolicy.specificAllowedTargets", "attributeRuleMembers.membershipRule"],
                }),
            FieldOf<Automatic.ByRule>.Value("removeWhenNoLonger", nameof(Automatic.ByRule.RemoveWhenNoLonger),
                a => a.RemoveWhenNoLonger, (a, v) => a with { RemoveWhenNoLonger = v },
                new Row(Shapes.Truth, "Whether those for whom it no longer holds lose the assignment.")
                {
                    Says = "those for whom the rule no longer holds lose it", Default = true, Touches = Touches.Holders, Judge = Judgement.TrueNarrows,
                    Graph = ["accessPackageAutomaticRequestSettings.removeAccessWhenTargetLeavesAllowedTargets"],
                }),
            FieldOf<Automatic.ByRule>.Value("grace", nameof(Automatic.ByRule.Grace), a => a.Grace, (a, v) => a with { Grace = v },
                new Row(new Shape.Length(Duration.OfDays(0), Duration.OfDays(365)), "How much later they lose it.")
                {
                    Says = "how much later they lose it", Default = Duration.OfDays(0), Touches = Touches.Holders, Judge = Judgement.LongerWidens,
                    Graph = ["accessPackageAutomaticRequestSettings.gracePeriodBeforeAccessRemoval"],
                }),
        ],
        () => new Automatic.ByRule(""));

    public static readonly Shape.Union Shape = new(
        "automatic assignment", [Shapes.Form<Automatic, Automatic.ByRule>(ByRule, rule => rule, a => a as Automatic.ByRule)]);
}
