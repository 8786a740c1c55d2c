using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning.Needing;

namespace Reconciler.Planning;

/// <summary>Says which kinds of access declarations, or the changes of a plan, need, and what each is for.</summary>
public static class NeededAccess
{
    /// <summary>What it takes to plan the declarations.</summary>
    public static EquatableArray<Need> ToPlan(EntitlementSet declared, SourceMap sources)
    {
        var needs = new NeedList();
        Reading(needs, declared, sources);
        return needs.ToNeeds();
    }

    /// <summary>What it takes to bring the declarations to a tenant that has nothing of them, and to plan them.</summary>
    public static EquatableArray<Need> ToApply(EntitlementSet declared, SourceMap sources)
    {
        var needs = new NeedList();
        Reading(needs, declared, sources);
        foreach (var declaration in declared.Declarations.Where(d => d.Ensure != Ensure.Unmanaged))
        {
            var (key, isWanted) = (declaration.Key, declaration.Ensure == Ensure.Present);
            var where = sources.Find(key, "");
            needs.Add(AccessKind.WriteManagement, key, $"{(isWanted ? "writes" : "deletes")} {Named(key)}", where);
            if (isWanted && declaration.Entity is AssignmentPolicy { Automatic.IsWritten: true })
            {
                needs.Add(AccessKind.AssignAutomatically, key, $"writes {Named(key)}, which assigns by rule", sources.Find(key, "automatic"));
            }

            foreach (var (path, resource) in isWanted && declaration.Entity is Catalog ? References.In(declaration.Entity).Where(found => found.Path.StartsWith("resources", StringComparison.Ordinal)) : [])
            {
                needs.Add(Adding(resource), key, $"adds {Named(resource)} to {Named(key)}", sources.Find(key, path));
            }
        }

        return needs.ToNeeds();
    }

    /// <summary>What it takes to make the writes of a plan. Reading was needed before there was one.</summary>
    public static EquatableArray<Need> ToApply(Plan plan)
    {
        var needs = new NeedList();
        foreach (var step in plan.Steps)
        {
            var change = plan.Changes[step.Change];
            var (key, where, catalog) = (change.Key, change.Where, CatalogOf(TargetOf(step.Write)));
            if (ItemOf(step.Write) is ListItem.ResourceOf { Names: var resource } && step.Write is not TenantWrite.ChangeItem)
            {
                var what = step.Write is TenantWrite.AddItem ? $"adds {Named(resource)} to" : $"takes {Named(resource)} out of";
                needs.Add(Adding(resource), key, $"{what} {Named(key)}", where, catalog);
            }

            needs.Add(ItemOf(step.Write) is ListItem.RoleHolder ? AccessKind.WriteRoles : AccessKind.WriteManagement, key, $"{Verb(change)} {Named(key)}", where, catalog);
            if (step.Write is TenantWrite.Create { Declared: AssignmentPolicy { Automatic.IsWritten: true } } or TenantWrite.Update { Changes: AssignmentPolicy { Automatic.IsWritten: true } })
            {
                needs.Add(AccessKind.AssignAutomatically, key, $"{Verb(change)} {Named(key)}, which assigns by rule", where, catalog);
            }
        }

        return needs.ToNeeds();
    }

    /// <summary>What it takes to read the names of what a tenant holds: it can name more than the declarations do.</summary>
    public static EquatableArray<Need> ToRead(TenantSnapshot snapshot)
    {
        var needs = new NeedList();
        foreach (var entity in snapshot.Entities)
        {
            foreach (var (_, reference) in References.In(entity.Entity).Where(found => found.Reference.Kind.IsOfDirectory()))
            {
                needs.Add(Reading(reference), entity.Entity.Key, $"reads the name of {Named(reference)}, which the tenant holds", null);
            }
        }

        return needs.ToNeeds();
    }

    private static void Reading(NeedList needs, EntitlementSet declared, SourceMap sources)
    {
        needs.Add(AccessKind.ReadTenant, null, "tells which tenant it is, before anything else is read", null);
        foreach (var declaration in declared.Declarations)
        {
            var root = declaration.Key.CatalogName is { } catalog ? EntityKey.Catalog(catalog) : declaration.Key;
            needs.Add(AccessKind.ReadManagement, root, $"reads {Named(root)}", sources.Find(root, "") ?? sources.Find(declaration.Key, ""));
            foreach (var (path, reference) in declaration.Ensure == Ensure.Present ? References.In(declaration.Entity).Where(found => !found.Reference.Kind.IsEntity()) : [])
            {
                needs.Add(Reading(reference), declaration.Key, $"looks for {Named(reference)}", sources.Find(declaration.Key, path));
            }
        }

        if (declared.Declarations.IsEmpty)
        {
            needs.Add(AccessKind.ReadManagement, null, "reads what is there", null);
        }
    }

    private static AccessKind Reading(Reference reference) => reference.Kind switch
    {
        ReferenceKind.User => AccessKind.ReadUsers,
        ReferenceKind.Group => AccessKind.ReadGroups,
        ReferenceKind.Site => AccessKind.ReadSites,
        _ => AccessKind.ReadApplications,
    };

    private static AccessKind Adding(Reference resource) => resource.Kind switch
    {
        ReferenceKind.Group => AccessKind.AddGroups,
        ReferenceKind.Site => AccessKind.AddSites,
        _ => AccessKind.AddApplications,
    };

    private static ListItem? ItemOf(TenantWrite write) => write switch
    {
        TenantWrite.AddItem add => add.Item,
        TenantWrite.ChangeItem change => change.Item,
        TenantWrite.RemoveItem remove => remove.Item,
        _ => null,
    };

    private static Handle? TargetOf(TenantWrite write) => write switch
    {
        TenantWrite.Create create => create.Parent,
        TenantWrite.Update update => update.Target,
        TenantWrite.Delete delete => delete.Target,
        TenantWrite.AddItem add => add.Target,
        TenantWrite.ChangeItem change => change.Target,
        TenantWrite.RemoveItem remove => remove.Target,
        _ => null,
    };

    private static string? CatalogOf(Handle? handle) => handle is null ? null : handle.Key.Kind == EntityKind.Catalog ? handle.Id : CatalogOf(handle.Parent);

    private static string Verb(PlannedChange change) => change switch
    {
        PlannedChange.Create => "adds",
        PlannedChange.Rename => "renames",
        PlannedChange.Delete => "deletes",
        _ => "changes",
    };

    private static string Named(EntityKey key) => key.Path.IsEmpty ? $"the {Nouns.One(key.Kind)}" : $"the {Nouns.One(key.Kind)} \"{key}\"";

    private static string Named(Reference reference) => $"the {reference.Kind.Noun()} \"{reference.Name ?? reference.Id}\"";
}
