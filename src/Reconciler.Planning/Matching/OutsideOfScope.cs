using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Planning.Matching;

/// <summary>
/// What is declared outside of the scope is not undeclared: where it is not found under the place and name it gives, and something of ours of
/// that name would be deleted as no longer declared, a name is wrong, and somebody has to say which.
/// </summary>
internal static class OutsideOfScope
{
    public static void Check(Scope scope, IReadOnlyCollection<BoundEntity> entities, IEnumerable<ActualEntity> undeclared, ActualIndex tenant, List<Diagnostic> diagnostics)
    {
        if (scope.IsWhole)
        {
            return;
        }

        var missing = entities.Where(e => e is { Declaration.Ensure: Ensure.Elsewhere, Actual: null }).ToList();
        diagnostics.AddRange(
            from actual in undeclared
            let declared = missing.Find(e => e.Key.Kind == actual.Entity.Key.Kind && NameComparer.Instance.Equals(e.Key.Name, actual.Entity.Key.Name))
            where declared is not null
            select BindDiagnostics.DeclaredOutsideOfScope(declared.Where, declared.Key, actual.Entity.Key));

        var named = entities.Select(e => (e.Key.Kind, Name: e.Key.Path.IsEmpty ? "" : e.Key.Path[0])).ToList();
        diagnostics.AddRange(scope.Catalogs.Where(name => !Catalog.IsBuiltIn(name) && !IsThere(EntityKind.Catalog, name)).Select(name => BindDiagnostics.ScopeOfNothing("catalog", name, NearestTo(EntityKind.Catalog, name))));
        diagnostics.AddRange(scope.Organizations.Where(name => !IsThere(EntityKind.ConnectedOrganization, name)).Select(name => BindDiagnostics.ScopeOfNothing("connected organization", name, NearestTo(EntityKind.ConnectedOrganization, name))));

        string? NearestTo(EntityKind kind, string name) => Nearest.To(
            name,
            tenant.In(kind).Select(a => a.Entity.Key.Name).Concat(entities.Where(e => e.Key.Kind == kind).Select(e => e.Key.Name)).Except(kind == EntityKind.Catalog ? scope.Catalogs : scope.Organizations));

        bool IsThere(EntityKind kind, string name) =>
            tenant.Named(kind, null, name).Any()
            || named.Exists(n => (n.Kind == EntityKind.ConnectedOrganization) == (kind == EntityKind.ConnectedOrganization) && NameComparer.Instance.Equals(n.Name, name));
    }
}
