using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.WaiverYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="Waiver"/>.</summary>
internal static class WaiverFields
{
    private static readonly Shape NameShape = new Shape.Text(HeaderFields.LongestName, MayBeEmpty: false);

    public static readonly DocumentTable Table = new()
    {
        Keyword = "Waiver",
        Doc = "A reasoned exception from a rule for one entity, for a time.",
        Fields =
        [
            Value("rule", nameof(WaiverYaml.Rule), w => w.Rule, (w, v) => w with { Rule = v },
                new Row(NameShape, "The rule, by its slug.") { IsRequired = true }),
            Value("target", nameof(WaiverYaml.Target), w => w.Target, (w, v) => w with { Target = v },
                new Row(TargetFields.Shape, "The entity.") { IsRequired = true }),
            Value("reason", nameof(WaiverYaml.Reason), w => w.Reason, (w, v) => w with { Reason = v },
                new Row(DocumentFields.Reason, "Why the rule need not hold here.") { IsRequired = true }),
            Value("approvedBy", nameof(WaiverYaml.ApprovedBy), w => w.ApprovedBy, (w, v) => w with { ApprovedBy = v },
                new Row(NameShape, "The user principal name of who approved it.") { IsRequired = true }),
            Value("granted", nameof(WaiverYaml.Granted), w => w.Granted, (w, v) => w with { Granted = v },
                new Row(new Shape.Moment(), "The day it was granted.") { IsRequired = true }),
            Value("expires", nameof(WaiverYaml.Expires), w => w.Expires, (w, v) => w with { Expires = v },
                new Row(new Shape.Moment(), $"The last day of it, at most {Waiver.MostDays} days after it was granted.") { IsRequired = true }),
            Value(OnlyField.Key, nameof(WaiverYaml.Only), w => w.Only, (w, v) => w with { Only = v }, OnlyField.Row),
        ],
        Blank = () => new WaiverYaml(),
    };
}
