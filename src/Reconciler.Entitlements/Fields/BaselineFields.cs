namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="BaselineYaml"/>.</summary>
public static class BaselineFields
{
    public const string Findings = "findings";

    public static Shape.Group Finding { get; } = new(
        "finding",
        [
            FieldOf<KnownFindingYaml>.Value("code", nameof(KnownFindingYaml.Code), f => f.Code, (f, v) => f with { Code = v },
                new Row(Shapes.Name, "The finding's code.") { IsRequired = true }),
            FieldOf<KnownFindingYaml>.Value("target", nameof(KnownFindingYaml.Target), f => f.Target, (f, v) => f with { Target = v },
                new Row(TargetFields.Shape, "The entity that it is about.") { IsRequired = true }),
            FieldOf<KnownFindingYaml>.Value("times", nameof(KnownFindingYaml.Times), f => f.Times, (f, v) => f with { Times = v },
                new Row(new Shape.Whole(1, 1_000_000), "How many such findings there are; one more is shown.") { Default = 1 }),
            FieldOf<KnownFindingYaml>.Value(OnlyField.Key, nameof(KnownFindingYaml.Only), f => f.Only, (f, v) => f with { Only = v }, OnlyField.Row),
        ],
        () => new KnownFindingYaml());

    public static Shape.Group Shape { get; } = new(
        "baseline",
        [
            FieldOf<BaselineYaml>.Value("version", nameof(BaselineYaml.Version), b => b.Version, (b, v) => b with { Version = v },
                new Row(new Shape.Whole(1, 1), "The version of the file.") { IsRequired = true }),
            FieldOf<BaselineYaml>.Value(Findings, nameof(BaselineYaml.Findings), b => b.Findings, (b, v) => b with { Findings = v },
                new Row(Shapes.SequenceOf<KnownFindingYaml>(Finding, "finding") with { Most = 100_000 }, "The findings that are known: counted, and not shown.") { IsRequired = true }),
        ],
        () => new BaselineYaml());
}
