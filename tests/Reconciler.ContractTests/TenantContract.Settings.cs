using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    public static TheoryData<EntityKind, string> EverySetting
    {
        get
        {
            var rows = new TheoryData<EntityKind, string>();
            foreach (var table in Language.Tables)
            {
                foreach (var row in table.Settings)
                {
                    rows.Add(table.Kind, row.Key);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EverySetting))]
    public async Task Every_setting_reads_back_as_written_and_no_other_changes(EntityKind kind, string setting)
    {
        var trial = Company();
        var target = Target(kind);
        var table = Language.Of(kind);
        var field = table.Setting(setting);
        await Free(trial, field);
        foreach (var sample in Sampler.Of(field.Shape))
        {
            var before = await trial.Actual(target.Key);
            await Write(trial, target, field, table.Blank(target.Key), sample, before.Entity);

            var after = await trial.Actual(target.Key);
            Assert.Equal(Meaning.Of((Entity)field.With(before.Entity, sample)), Meaning.Of(after.Entity));
            Assert.Equal((before.Id, before.ParentId), (after.Id, after.ParentId));
        }
    }

    [Fact]
    public async Task Every_setting_of_an_actual_entity_is_written()
    {
        var snapshot = await Company().Snapshot();

        var unwritten =
            from actual in snapshot.Entities
            from field in Language.Of(actual.Entity.Key.Kind).Settings
            where field.Get(actual.Entity) is null
            select $"{actual.Entity.Key}: {field}";
        Assert.Empty(unwritten);
    }

    private static Handle Target(EntityKind kind) => kind switch
    {
        EntityKind.Settings => new Handle(EntityKey.Settings, null),
        EntityKind.Catalog => Given.CatalogHandle,
        EntityKind.AccessPackage => Given.PackageHandle,
        _ => Given.PolicyHandle,
    };

    // A resource in use can't be taken out of its catalog.
    private static async Task Free(Trial trial, Field field)
    {
        if (field.Member == nameof(Catalog.Resources))
        {
            await trial.Write(new TenantWrite.Delete(Given.PolicyHandle));
            await trial.Write(new TenantWrite.RemoveResourceRole(Given.PackageHandle, Given.CatalogHandle, new ResourceRole { Resource = Given.Marketing }));
            await trial.Write(new TenantWrite.RemoveResourceRole(
                Given.PackageHandle, Given.CatalogHandle, new ResourceRole { Resource = Given.Approvers, Role = GroupRole.Owner }));
        }
    }

    // Value lists are written item by item, everything else by an update.
    private static async Task Write(Trial trial, Handle target, Field field, Entity blank, object sample, Entity before)
    {
        switch (sample)
        {
            case EquatableArray<Reference> wanted when field.Get(before) is EquatableArray<Reference> there:
                await All(trial, wanted.Except(there), added => new TenantWrite.AddResource(target, added));
                await All(trial, there.Except(wanted), removed => new TenantWrite.RemoveResource(target, removed));
                break;
            case EquatableArray<ResourceRole> wanted when field.Get(before) is EquatableArray<ResourceRole> there:
                await All(trial, wanted.Except(there), added => new TenantWrite.AddResourceRole(target, Given.CatalogHandle, added));
                await All(trial, there.Except(wanted), removed => new TenantWrite.RemoveResourceRole(target, Given.CatalogHandle, removed));
                break;
            default:
                await trial.Write(new TenantWrite.Update(target, (Entity)field.With(blank, sample), Renames: false));
                break;
        }
    }

    private static async Task All<T>(Trial trial, IEnumerable<T> items, Func<T, TenantWrite> write)
    {
        foreach (var item in items)
        {
            await trial.Write(write(item));
        }
    }
}
