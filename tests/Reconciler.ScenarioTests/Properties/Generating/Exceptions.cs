using FsCheck;
using FsCheck.Fluent;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes up what a workspace says about its entities beside declaring them: settings left to others, waivers, and its scope.</summary>
internal static class Exceptions
{
    public static readonly DateTimeOffset LongAgo = new(2020, 6, 30, 23, 59, 59, TimeSpan.Zero);

    private static readonly DateTimeOffset LongHence = new(2090, 6, 30, 23, 59, 59, TimeSpan.Zero);

    private static readonly SourceSpan Nowhere = new("", 1, 1);

    /// <summary>Ignores of some of the settings of some of the declarations.</summary>
    public static Gen<EquatableArray<Ignore>> Ignores(EquatableArray<Declaration> declarations, int percent) =>
        from made in Gen.CollectToArray(declarations.AsEnumerable(), declaration =>
            from dice in Gen.Choose(1, 100)
            from fields in Gen.SubListOf(Language.Of(declaration.Key.Kind).Leaves.Select(leaf => leaf.Path))
            from until in Gen.Elements(null, null, LongHence, (DateTimeOffset?)LongAgo)
            select dice > percent || fields.Count == 0 ? null : new Ignore { Target = declaration.Key, Fields = [.. fields], Reason = "Theirs: \"no\"", Until = until, Where = Nowhere })
        select made.OfType<Ignore>().ToEquatableArray();

    public static Gen<EquatableArray<Waiver>> Waivers(EquatableArray<Declaration> declarations) =>
        from made in Gen.CollectToArray(declarations.AsEnumerable(), declaration =>
            from dice in Gen.Choose(1, 100)
            from days in Gen.Choose(0, Waiver.MostDays)
            select dice > 4 ? null : new Waiver
            {
                Rule = "external-access-is-reviewed",
                Target = declaration.Key,
                Reason = "# by hand",
                ApprovedBy = "k.park@woodgrove.example",
                Granted = new DateOnly(2027, 1, 4),
                Expires = new DateOnly(2027, 1, 4).AddDays(days),
                Where = Nowhere,
            })
        select made.OfType<Waiver>().ToEquatableArray();

    /// <summary>A part of what is declared; null for the whole tenant.</summary>
    public static Gen<Scope?> Scopes(EquatableArray<Declaration> declarations) =>
        from catalogs in Gen.SubListOf(declarations.Where(d => d.Key.IsInCatalog).Select(d => d.Key.Path[0]).Distinct(NameComparer.Instance))
        from organizations in Gen.SubListOf(declarations.Where(d => d.Key.Kind == EntityKind.ConnectedOrganization).Select(d => d.Key.Name))
        from settings in Gen.Elements(true, false)
        from roles in Gen.Elements(true, false)
        select catalogs.Count + organizations.Count == 0 && !settings && !roles ? null : new Scope { Catalogs = [.. catalogs.Order(StringComparer.Ordinal)], Organizations = [.. organizations.Order(StringComparer.Ordinal)], Settings = settings, TenantRoles = roles };
}
