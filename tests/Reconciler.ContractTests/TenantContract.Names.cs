using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    private static readonly EntityKind[] WithNames =
        [EntityKind.ConnectedOrganization, EntityKind.Catalog, EntityKind.CustomExtension, EntityKind.AccessPackage, EntityKind.AssignmentPolicy];

    private static readonly string[] HostileNames =
    [
        "a/b\\c", "' or 1 eq 1 or '", "\"quoted\" & <b>'s", "100% %27 $filter=x?y#z", "İstanbul ıi", "Cafe\u0301 \u0041\u030a", "\u200fעברית\u200f (x)",
        new string('x', 256), "🎉👩‍👩‍👧", "  two  spaces", "tab\tand\nline",
    ];

    public static TheoryData<EntityKind, int> EveryHostileName
    {
        get
        {
            var rows = new TheoryData<EntityKind, int>();
            foreach (var kind in WithNames)
            {
                for (var index = 0; index < HostileNames.Length; index++)
                {
                    rows.Add(kind, index);
                }
            }

            return rows;
        }
    }

    [Theory]
    [MemberData(nameof(EveryHostileName))]
    public async Task A_name_is_kept_whatever_signs_it_has(EntityKind kind, int index)
    {
        var trial = Company();
        var (entity, parent) = Newcomers.Of(kind, "");
        var named = Named(entity, HostileNames[index]);

        var made = await trial.Create(named, parent);
        Assert.Equal(named.Key.Path, (await trial.Actual(named.Key)).Entity.Key.Path, StringComparer.Ordinal);

        var other = Named(entity, $"{HostileNames[^(index + 1)]}!");
        var handle = made with { Parent = parent };
        await trial.Write(new TenantWrite.Update(handle, other, Renames: true));
        Assert.Equal((made.Id, other.Key.Name), ((await trial.Actual(other.Key)).Id, (await trial.Actual(other.Key)).Entity.Key.Name));

        await trial.Write(new TenantWrite.Delete(handle with { Key = other.Key }));
        Assert.False(await trial.Has(other.Key));
    }

    private static Entity Named(Entity entity, string name) => entity switch
    {
        ConnectedOrganization organization => organization with { Name = name },
        Catalog catalog => catalog with { Name = name },
        CustomExtension extension => extension with { Name = name },
        AccessPackage package => package with { Name = name },
        AssignmentPolicy policy => policy with { Name = name },
        _ => throw new InvalidOperationException($"{entity.Key} has no name."),
    };
}
