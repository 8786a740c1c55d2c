using System.Collections.Immutable;
using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.WorkspaceYaml>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="WorkspaceYaml"/>.</summary>
public static class WorkspaceFields
{
    public const string Tenants = "tenants";

    /// <summary>Where policy files are if the workspace does not say so.</summary>
    public static EquatableArray<string> DefaultFiles { get; } = ["policies/**/*.yaml", "policies/**/*.yml"];

    public static Shape.MapOf TenantsByName { get; } = new("tenant", TenantFields.Shape)
    {
        KeyNoun = "name",
        KeyPattern = @"[A-Za-z0-9_\-][A-Za-z0-9_.\-]{0,63}",
        KeyOf = item => ((TenantYaml)item).Name,
        WithKey = (item, name) => (TenantYaml)item with { Name = name },
        Pack = items => items.Cast<TenantYaml>().ToEquatableArray(),
        Unpack = list => ((EquatableArray<TenantYaml>)list).Cast<object>().ToImmutableArray(),
    };

    public static Shape.Group Shape { get; } = new(
        "workspace",
        [
            Value("version", nameof(WorkspaceYaml.Version), w => w.Version, (w, v) => w with { Version = v },
                new Row(new Shape.Whole(1, 1), "The version of the language.") { IsRequired = true }),
            Setting("timeZone", nameof(WorkspaceYaml.TimeZone), w => w.TimeZone, (w, v) => w with { TimeZone = v },
                new Row(Shapes.Name, "Where a date without a time ends with its day: a name of the IANA database, such as `Europe/Oslo`.") { Default = "UTC" }),
            Setting("files", nameof(WorkspaceYaml.Files), w => w.Files, (w, v) => w with { Files = v },
                new Row(
                    Shapes.SetOf<string>(Shapes.Name, "pattern") with { Fewest = 1, Most = 100 },
                    "Where the policy files are, relative to this file: patterns with `*`, `?` and, for folders at any depth, `**`. What begins with a dot is never looked at.")
                {
                    Default = DefaultFiles,
                }),
            Setting("scope", nameof(WorkspaceYaml.Scope), w => w.Scope, (w, v) => w with { Scope = v },
                new Row(ScopeFields.Shape, "The part of a tenant that the workspace is about, all of it where that is not written: nothing outside is changed or reported.")),
            Value(Tenants, nameof(WorkspaceYaml.Tenants), w => w.Tenants, (w, v) => w with { Tenants = v },
                new Row(TenantsByName, "The tenants, by name.") { Default = EquatableArray.Create<TenantYaml>([]) }),
            Setting("defaultTenant", nameof(WorkspaceYaml.DefaultTenant), w => w.DefaultTenant, (w, v) => w with { DefaultTenant = v },
                new Row(Shapes.Name, "The tenant that a command works with where `--tenant` names none; needed where there are several.")),
            Value("budgets", nameof(WorkspaceYaml.Budgets), w => w.Budgets, (w, v) => w with { Budgets = v },
                new Row(BudgetFields.Shape, "How much one run may destroy.") { Default = new BudgetsYaml() }),
        ],
        () => new WorkspaceYaml())
    {
        Later = ["rules"],
    };
}
