using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>Writes a tenant as policy files, and reads them again to see that nothing was lost. Pure: it touches no disk. The door of the export.</summary>
public static class Exporter
{
    /// <summary>The names that the directory has to be asked for before <see cref="Export"/>: whether each means one object.</summary>
    public static IReadOnlyCollection<Reference> NamesIn(TenantSnapshot snapshot) =>
        snapshot.Entities.SelectMany(actual => References.In(actual.Entity)).Select(found => ReferenceNaming.Asked(found.Reference)).OfType<Reference>().ToHashSet();

    /// <summary>The names of a scope that no catalog of the tenant has.</summary>
    public static IReadOnlyList<string> UnknownCatalogs(TenantSnapshot snapshot, Scope scope) =>
        [.. scope.Catalogs.Except(CatalogsOf(snapshot), NameComparer.Instance)];

    /// <summary>What to say about them, given the whole tenant.</summary>
    public static EquatableArray<Diagnostic> SayUnknown(IEnumerable<string> unknown, TenantSnapshot whole) =>
        unknown.Select(name => ExportDiagnostics.UnknownCatalog(name, [.. CatalogsOf(whole).Order(NameComparer.Instance)])).ToEquatableArray();

    public static Export Export(TenantSnapshot snapshot, Resolution names, ExportOptions options)
    {
        if (FileLayout.RootOf(options.Workspace) is not { } root)
        {
            return new Export { Findings = [ExportDiagnostics.NoPlace(options.Workspace.Files)] };
        }

        var part = new ExportedPart(snapshot, options.Scope);
        var there = snapshot.Entities.DistinctBy(a => (a.Entity.Key.Kind, a.Id)).Where(part.Has).ToList();
        var keys = new ExportedKeys(snapshot, options.Declared);
        var chosen = new ExportedSet(there, keys, options.Declared);
        var naming = new ReferenceNaming(keys, snapshot, names, (kind, id) => chosen.Contains(kind, id) || options.Declared.ContainsKey((kind, id)));
        var documents = chosen.Documents(new EntityExporter(keys, naming));

        var files = new FileSet(new FileLayout(root, options.Texts.Keys), options);
        files.Add(documents);
        if (options.UseTemplates)
        {
            files.UseTemplates();
        }

        var written = files.Write();
        var loaded = ReadAgain.Load(written, options);
        ImmutableArray<WritableEntity> all = [.. documents.SelectMany(document => document.Children.Prepend(document))];
        return new Export
        {
            Files = written,
            Counts = Counts(there, all.Where(entity => loaded.Declared.Find(entity.Key) is not null), options.Declared),
            Templates = files.TemplateCount,
            ReadAgain = loaded,
            Findings = [.. chosen.Findings, .. all.SelectMany(entity => WorthSaying.About(entity, loaded.Sources)), .. ReadAgain.Check(loaded, all)],
        };
    }

    private static EquatableArray<KindCount> Counts(List<ActualEntity> there, IEnumerable<WritableEntity> read, IReadOnlyDictionary<(EntityKind, string), EntityKey> declared) =>
        there.GroupBy(a => a.Entity.Key.Kind).OrderBy(kind => kind.Key)
            .Select(kind => new KindCount(
                kind.Key, kind.Count(), read.Count(entity => entity.Key.Kind == kind.Key), kind.Count(a => declared.ContainsKey((kind.Key, a.Id)))))
            .ToEquatableArray();

    private static IEnumerable<string> CatalogsOf(TenantSnapshot snapshot) =>
        snapshot.Entities.Where(a => a.Entity.Key.Kind == EntityKind.Catalog).Select(ExportedKeys.NameOf).OfType<string>().Distinct();
}
