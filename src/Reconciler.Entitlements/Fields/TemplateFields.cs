using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.TemplateYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of a template, and the keys of what uses one.</summary>
internal static class TemplateFields
{
    private static readonly Shape NameShape = new Shape.Text(HeaderFields.LongestName, MayBeEmpty: false);

    public static readonly DocumentTable Table = new()
    {
        Keyword = "AssignmentPolicyTemplate",
        Doc = "What several assignment policies have in common, with parameters where they differ.",
        Fields =
        [
            Value("name", nameof(TemplateYaml.Name), t => t.Name, (t, v) => t with { Name = v },
                new Row(NameShape, "What policies call it.") { IsRequired = true }),
            Value("parameters", nameof(TemplateYaml.Parameters), t => t.Parameters, (t, v) => t with { Parameters = v },
                new Row(Shapes.SetOf<string>(NameShape, "parameter") with { Most = 100 }, "The names that `$(param.name)` stands for; every policy that uses it gives each a value.")
                {
                    Default = EquatableArray.Create<string>([]),
                }),
            Value(OnlyField.Key, nameof(TemplateYaml.Only), t => t.Only, (t, v) => t with { Only = v }, OnlyField.Row),
        ],
        Blank = () => new TemplateYaml(),
        Settings = new SettingsKey("policy", EntityKind.AssignmentPolicy, "The settings of an assignment policy."),
    };
}
