using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.IgnoreYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="Ignore"/>.</summary>
internal static class IgnoreFields
{
    public static readonly DocumentTable Table = new()
    {
        Keyword = "Ignore",
        Doc = "Settings of one entity that somebody else edits: they are neither compared nor written.",
        Fields =
        [
            Value("target", nameof(IgnoreYaml.Target), i => i.Target, (i, v) => i with { Target = v },
                new Row(TargetFields.Shape, "The entity.") { IsRequired = true }),
            Value("fields", nameof(IgnoreYaml.Fields), i => i.Fields, (i, v) => i with { Fields = v },
                new Row(
                    Shapes.SetOf<string>(new Shape.Text(HeaderFields.LongestName, MayBeEmpty: false), "field") with { Fewest = 1 },
                    "Keys of its settings; one within a section with a dot, such as `delegates.owners`.") { IsRequired = true }),
            Value("reason", nameof(IgnoreYaml.Reason), i => i.Reason, (i, v) => i with { Reason = v },
                new Row(DocumentFields.Reason, "Why they are left to somebody else.") { IsRequired = true }),
            Setting("until", nameof(IgnoreYaml.Until), i => i.Until, (i, v) => i with { Until = v },
                new Row(new Shape.Moment(), "The last day, or instant, of it; it lasts where none is written.")),
            Value(OnlyField.Key, nameof(IgnoreYaml.Only), i => i.Only, (i, v) => i with { Only = v }, OnlyField.Row),
        ],
        Blank = () => new IgnoreYaml(),
    };
}
