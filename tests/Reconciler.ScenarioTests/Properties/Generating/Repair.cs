using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes any heap of declarations one that the checks let pass, so that cases are about planning and not about findings.</summary>
internal static class Repair
{
    /// <summary>What is left of the declarations, in the order of keys.</summary>
    /// <param name="before">What was declared before, and so is in the tenant.</param>
    public static EquatableArray<Declaration> Of(IEnumerable<Declaration> declarations, IEnumerable<Declaration> before)
    {
        var was = before.ToLookup(d => d.Key).ToDictionary(g => g.Key, g => g.First());
        var unique = declarations.Select(WithHeader).DistinctBy(d => d.Key).ToDictionary(d => d.Key);
        var all = new Neighbours(unique, was);
        foreach (var declaration in unique.Values.OrderBy(d => d.Key.Kind).ThenBy(d => d.Key).ToList())
        {
            if (HasPlace(declaration, all) && Fitting(declaration, all) is { } fitting)
            {
                all.Replace(fitting);
            }
            else
            {
                all.Remove(declaration.Key);
            }
        }

        // Packages may exclude each other, so that all of them have to be known first.
        return unique.Values.Select(d => RepairPackage.WithOthers(d with { Previously = Unclaimed(d, unique) }, all)).OrderBy(d => d.Key).ToEquatableArray();
    }

    /// <summary>What stands beside the settings, as far as it can.</summary>
    private static Declaration WithHeader(Declaration d)
    {
        var kind = d.Key.Kind;
        var mayHaveHeader = kind is not (EntityKind.Settings or EntityKind.TenantRoles or EntityKind.DirectAssignment);
        return d.Ensure == Ensure.Elsewhere || (!mayHaveHeader && d.Ensure != Ensure.Present)
            ? new Declaration { Entity = d.Entity.Bare(), Ensure = Ensure.Elsewhere }
            : d with
            {
                Entity = d.Ensure == Ensure.Present ? d.Entity : d.Entity.Bare(),
                Previously = d.Ensure == Ensure.Present ? d.Previously : [],
                Protect = mayHaveHeader ? d.Protect : default,
                Prune = d.Prune && kind == EntityKind.Catalog,
                Drain = d.Drain && d.Ensure == Ensure.Absent && kind is EntityKind.AccessPackage or EntityKind.AssignmentPolicy,
                Labels = kind is EntityKind.Catalog or EntityKind.AccessPackage ? d.Labels : [],
            };
    }

    private static bool HasPlace(Declaration declaration, Neighbours all) => declaration.Key switch
    {
        { Kind: EntityKind.Catalog } key when Catalog.IsBuiltIn(key.Name) => declaration.Ensure != Ensure.Absent,
        { Kind: EntityKind.AccessPackage, Parent: { } catalog } => Catalog.IsBuiltIn(catalog.Name)
            || (all.Declared(catalog) is { Ensure: not Ensure.Elsewhere } parent ? parent.Ensure != Ensure.Absent || declaration.Ensure == Ensure.Absent : all.WasThere(catalog)),

        // These are written inside of what they are in.
        { Parent: { } parent } => all.Declared(parent) is { } inside && (inside.Ensure == Ensure.Present || (inside.Ensure == Ensure.Elsewhere && declaration.Ensure == Ensure.Elsewhere)),
        _ => true,
    };

    private static Declaration? Fitting(Declaration declaration, Neighbours all) => declaration.Ensure != Ensure.Present ? declaration : declaration.Entity switch
    {
        ConnectedOrganization organization => declaration with { Entity = RepairOrganization.Fitting(organization, declaration, all) },
        Catalog catalog => declaration with { Entity = RepairCatalog.Fitting(catalog) },
        CustomExtension extension => declaration with { Entity = RepairExtension.Fitting(extension, declaration, all) },
        AccessPackage package => declaration with { Entity = RepairPackage.WithListedRoles(package, declaration, all) },
        AssignmentPolicy policy => declaration with { Entity = RepairPolicy.Fitting(policy, declaration, all) },
        DirectAssignment assignment => RepairAssignment.Fitting(assignment, all) is { } fitting ? declaration with { Entity = fitting } : null,
        _ => declaration,
    };

    private static EquatableArray<string> Unclaimed(Declaration declaration, Dictionary<EntityKey, Declaration> all)
    {
        var key = declaration.Key;
        return declaration.Previously
            .Where(name => !(all.TryGetValue(key.Named(name), out var bearer) && bearer.Ensure != Ensure.Elsewhere) && !(key.Kind == EntityKind.Catalog && Catalog.IsBuiltIn(name)))
            .Where(name => all.Values.First(d => d.Key.Kind == key.Kind && d.Previously.Contains(name) && d.Key.Named(name) == key.Named(name)).Key == key)
            .DistinctBy(NameComparer.Fold).ToEquatableArray();
    }
}
