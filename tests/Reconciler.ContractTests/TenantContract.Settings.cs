using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    // Either says how the other is read.
    private static readonly string[] WhoGetsIt = ["requestors", "automatic"];

    public static TheoryData<EntityKind, string> EverySetting => Rows(row => !row.IsFixed);

    public static TheoryData<EntityKind, string> EverySettingOfWhatCanBeMade =>
        Rows(_ => true, EntityKind.ConnectedOrganization, EntityKind.Catalog, EntityKind.CustomExtension, EntityKind.AccessPackage, EntityKind.AssignmentPolicy);

    [Theory]
    [MemberData(nameof(EverySetting))]
    public async Task Every_setting_reads_back_as_written_and_no_other_changes(EntityKind kind, string setting)
    {
        var trial = Company();
        var target = Target(kind);
        var table = Language.Of(kind);
        var leaf = table.Leaf(setting) ?? throw new InvalidOperationException(setting);
        string[] entangled = WhoGetsIt.Contains(setting) ? WhoGetsIt : [];
        await Free(trial, setting);
        foreach (var sample in Sampler.Of(leaf.Field.Shape))
        {
            var before = await trial.Actual(target.Key);
            await Write(trial, target, leaf, sample, before.Entity);

            var after = await trial.Actual(target.Key);
            Assert.Equal(Meaning.Of(leaf.With(before.Entity, sample), entangled), Meaning.Of(after.Entity, entangled));
            Assert.Equal(Meaning.Of(table.Setting(setting.Split('.')[0]), leaf.With(before.Entity, sample)), Meaning.Of(table.Setting(setting.Split('.')[0]), after.Entity));
            Assert.Equal((before.Id, before.ParentId), (after.Id, after.ParentId));
        }
    }

    [Theory]
    [MemberData(nameof(EverySettingOfWhatCanBeMade))]
    public async Task Every_setting_of_a_new_entity_reads_back_as_written(EntityKind kind, string setting)
    {
        var trial = Company();
        var table = Language.Of(kind);
        var leaf = table.Leaf(setting) ?? throw new InvalidOperationException(setting);
        foreach (var sample in Sampler.Of(leaf.Field.Shape))
        {
            var (blank, parent) = Newcomers.Of(kind, setting);
            var made = await trial.Create(leaf.IsValueList ? blank : leaf.With(blank, sample), parent);
            made = made with { Parent = parent };
            if (leaf.IsValueList)
            {
                await Write(trial, made, leaf, sample, (await trial.Actual(made.Key)).Entity);
            }

            var actual = await trial.Actual(made.Key);
            var field = table.Setting(setting.Split('.')[0]);
            Assert.Equal(Meaning.Of(leaf.Field.Shape, sample), Meaning.Of(leaf.Field.Shape, leaf.Get(actual.Entity)));
            Assert.Empty(actual.Unmodelled);
            Assert.Equal((made.Id, parent?.Id, true), (actual.Id, actual.ParentId, field.Get(actual.Entity) is not null));
            await trial.Write(new TenantWrite.Delete(made));
        }
    }

    [Fact]
    public async Task Every_setting_of_an_actual_entity_is_written()
    {
        var snapshot = await Company().Snapshot();

        var unwritten =
            from actual in snapshot.Entities
            from leaf in Language.Of(actual.Entity.Key.Kind).Leaves
            where leaf.Get(actual.Entity) is null && leaf.Path is not "endpoint"
            select $"{actual.Entity.Key}: {leaf.Path}";
        Assert.Empty(unwritten);
    }

    private static TheoryData<EntityKind, string> Rows(Func<Field, bool> wanted, params EntityKind[] kinds)
    {
        var rows = new TheoryData<EntityKind, string>();
        foreach (var table in Language.Tables.Where(table => table.Kind != EntityKind.DirectAssignment && (kinds.Length == 0 || kinds.Contains(table.Kind))))
        {
            foreach (var leaf in table.Leaves.Where(leaf => wanted(leaf.Field)))
            {
                rows.Add(table.Kind, leaf.Path);
            }
        }

        return rows;
    }

    private static Handle Target(EntityKind kind) => kind switch
    {
        EntityKind.Settings => Given.SettingsHandle,
        EntityKind.TenantRoles => Given.TenantRolesHandle,
        EntityKind.ConnectedOrganization => Given.OrganizationHandle,
        EntityKind.Catalog => Given.CatalogHandle,
        EntityKind.CustomExtension => Given.ExtensionHandle,
        EntityKind.AccessPackage => Given.PackageHandle,
        _ => Given.PolicyHandle,
    };

    // A resource in use can't be taken out of its catalog.
    private static async Task Free(Trial trial, string setting)
    {
        if (setting == "resources")
        {
            var package = Assert.IsType<AccessPackage>((await trial.Actual(Given.PackageHandle.Key)).Entity);
            foreach (var role in package.ResourceRoles.Value)
            {
                await trial.Write(new TenantWrite.RemoveItem(Given.PackageHandle, new ListItem.RoleOf(role)));
            }
        }
    }

    // Value lists are written item by item, everything else by an update.
    private static async Task Write(Trial trial, Handle target, Leaf leaf, object sample, Entity before)
    {
        if (leaf.Field is not { Item: { } item, Shape: Shape.ListOf list })
        {
            await trial.Write(new TenantWrite.Update(target, leaf.With(Language.Of(target.Key.Kind).Blank(target.Key), sample), Renames: false));
            return;
        }

        var there = leaf.Get(before) is { } value ? list.Unpack(value).ToDictionary(Key) : [];
        var wanted = list.Unpack(sample).ToDictionary(Key);
        foreach (var (key, added) in wanted)
        {
            if (!there.TryGetValue(key, out var old))
            {
                await trial.Write(new TenantWrite.AddItem(target, item(added)));
            }
            else if (!old.Equals(added))
            {
                await trial.Write(new TenantWrite.ChangeItem(target, item(added)));
            }
        }

        foreach (var (_, removed) in there.Where(entry => !wanted.ContainsKey(entry.Key)))
        {
            await trial.Write(new TenantWrite.RemoveItem(target, item(removed)));
        }

        object Key(object one) => list.KeyOf?.Invoke(one) ?? one;
    }
}
