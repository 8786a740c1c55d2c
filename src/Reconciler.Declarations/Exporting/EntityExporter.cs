using System.Collections.Immutable;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>Makes a declaration of an object of the tenant: every setting that can be said, every reference by name.</summary>
internal sealed class EntityExporter(ExportedKeys keys, ReferenceNaming naming)
{
    public WritableEntity Export(ActualEntity actual, EntityKey key)
    {
        var table = Language.Of(key.Kind);
        var named = Sets.WithoutRepeats(naming.Named(actual.Entity));
        var entity = table.Blank(key);
        var leftOut = ImmutableArray.CreateBuilder<LeftOut>();
        var unneeded = Unneeded(table, named);
        foreach (var leaf in table.Leaves.Where(leaf => !unneeded.Contains(leaf.Path)))
        {
            if (leaf.Get(named) is not { } value)
            {
                continue;
            }

            if (Unsayable.Why(leaf.Field.Shape, value) is { } why)
            {
                leftOut.Add(new LeftOut(leaf.Path, why));
            }
            else
            {
                entity = leaf.With(entity, value);
            }
        }

        var name = ExportedKeys.NameOf(actual);
        var isTold = actual.IsBuiltIn || name is null || (name == actual.Entity.Key.Name && name == key.Name && !keys.IsShared(key) && IsRecognised(entity));
        return new WritableEntity(new Declaration
        {
            Entity = entity,
            Id = isTold ? null : actual.Id,
            DisplayName = name is null || name == key.Name ? null : name,
        })
        {
            LeftOut = leftOut.ToImmutable(),
            UnsayableName = actual.IsBuiltIn || name is null || name == actual.Entity.Key.Name ? null : actual.Entity.Key.Name,
        };
    }

    /// <summary>An organization is recognised by where its users sign in.</summary>
    private static bool IsRecognised(Entity entity) => entity is not ConnectedOrganization { IdentitySources.IsWritten: false };

    /// <summary>Of settings that stand for one need the tenant has one: the others say what it has not, or in other words what the one says.</summary>
    private static HashSet<string> Unneeded(EntityTable table, Entity entity)
    {
        var unneeded = new HashSet<string>(StringComparer.Ordinal);
        foreach (var needed in table.NeededToCreate.Where(needed => needed.Length > 1))
        {
            var held = needed.Where(key => table.Setting(key).Get(entity) is not null).ToList();
            var said = held.Find(key => table.Setting(key) is var field && field.Get(entity) is { } value && Unsayable.Why(field.Shape, value) is null) ?? held.FirstOrDefault();
            unneeded.UnionWith(needed.Where(key => key != said));
        }

        return unneeded;
    }
}
