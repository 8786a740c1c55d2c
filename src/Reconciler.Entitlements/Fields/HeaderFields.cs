using System.Collections.Immutable;
using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Fields.Header>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows that say which entity is meant.</summary>
internal static class HeaderFields
{
    public const int LongestName = SayableName.Longest;

    private static readonly Shape.Text NameShape = new(LongestName, MayBeEmpty: false);

    public static readonly Field Name = Value("name", nameof(Header.Name), h => h.Name, (h, v) => h with { Name = v },
        new Row(NameShape, "What people call it.") { Portal = "Name", Graph = ["displayName"], IsRequired = true });

    public static readonly Field Alias = Value("alias", nameof(Header.Alias), h => h.Alias, (h, v) => h with { Alias = v },
        new Row(NameShape, "What this workspace calls it, where its name is another's too; then `id` says which is meant.") { Default = "" });

    public static readonly Field Catalog = Value("catalog", nameof(Header.Catalog), h => h.Catalog, (h, v) => h with { Catalog = v },
        new Row(NameShape, "The catalog it is in. An access package can't be moved to another one.") { Portal = "Catalog", Graph = ["catalog"], IsRequired = true });

    public static readonly Field Ensure = Value(HeaderKeys.Ensure, nameof(Header.Ensure), h => h.Ensure, (h, v) => h with { Ensure = v },
        new Row(
            new Shape.Choice(
            [
                new Keyword("present", Fields.Ensure.Present, "It is there, as declared."),
                new Keyword("absent", Fields.Ensure.Absent, "It is deleted. Beside it stands only what identifies the entity."),
                new Keyword("unmanaged", Fields.Ensure.Unmanaged, "It is let go without being deleted."),
            ]),
            "What shall become of it.")
        { Default = Fields.Ensure.Present });

    public static readonly Field Id = Value("id", nameof(Header.Id), h => h.Id, (h, v) => h with { Id = v },
        new Row(new Shape.Text(LongestName, MayBeEmpty: false), "The tenant's id of it; it decides over the name.") { Portal = "Object ID", Default = "" });

    public static readonly Field Previously = Value("previously", nameof(Header.Previously), h => h.Previously, (h, v) => h with { Previously = v },
        new Row(
            Shapes.SetOf<string>(NameShape, "name"),
            "Former names, consulted only while nothing bears the current one; what bears one of them is renamed in place.")
        { Default = EquatableArray.Create<string>([]) });

    public static readonly Field Protect = Setting("protect", nameof(Header.Protect), h => h.Protect, (h, v) => h with { Protect = v },
        new Row(Shapes.Truth, "Nothing deletes it, not even the removal of its file, until `protect: false` has been applied."));

    public static readonly Field Only = Value("only", nameof(Header.Only), h => h.Only, (h, v) => h with { Only = v },
        new Row(Shapes.SetOf<string>(NameShape, "tenant") with { Fewest = 1 }, "The tenants of `reconciler.yaml` it is declared for; elsewhere it is neither declared nor undeclared.")
        { Default = EquatableArray.Create<string>([]) });

    public static readonly Field Prune = Value("prune", nameof(Header.Prune), h => h.Prune, (h, v) => h with { Prune = v },
        new Row(Shapes.Truth, "Objects in this catalog that nobody declared or bound are planned for deletion too.") { Default = false });

    public static readonly Field Drain = Value("drain", nameof(Header.Drain), h => h.Drain, (h, v) => h with { Drain = v },
        new Row(Shapes.Truth, "Beside `ensure: absent`: its assignments are to be removed first.") { Default = false });

    public static readonly Field Labels = Value("labels", nameof(Header.Labels), h => h.Labels, (h, v) => h with { Labels = v },
        new Row(Shapes.SetOf<string>(NameShape, "label"), "For rules only, never sent.") { Default = EquatableArray.Create<string>([]) });

    public static readonly ImmutableArray<Field> Always = [Ensure, Id, Protect, Only];

    public static readonly ImmutableArray<Field> Named = [Name, Alias, .. Always, Previously];
}
