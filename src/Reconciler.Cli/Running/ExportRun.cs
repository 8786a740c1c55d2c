using Reconciler.Cli.Commands;
using Reconciler.Declarations;
using Reconciler.Declarations.Exporting;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>An export up to the first file: read, tell what is declared already, ask for names, write it in memory and read it again.</summary>
internal sealed class ExportRun(LoadResult loaded, OpenTenant open, ExportArguments arguments)
{
    public async Task<ExportedRun> RunAsync(CancellationToken cancellationToken)
    {
        var (declared, workspace) = (loaded.Declared, loaded.Workspace ?? new Workspace { Folder = "" });
        var identity = await open.Tenant.IdentifyAsync(cancellationToken);
        var outside = arguments.Catalogs.Where(name => !workspace.Scope.Includes(EntityKey.Catalog(name))).Select(CliDiagnostics.OutOfScope).ToEquatableArray();
        if (!outside.IsEmpty)
        {
            return new ExportedRun(identity.DisplayName, new Export()) { Findings = outside };
        }

        var scope = arguments.Catalogs.Count == 0 ? workspace.Scope : new Scope { Catalogs = arguments.Catalogs.ToEquatableArray() };
        var bindings = await open.Store.ReadBindingsAsync(identity.Id, cancellationToken);
        var snapshot = await open.Tenant.ReadAsync(Binder.PartFor(declared, bindings, scope), cancellationToken);
        if (!snapshot.Gaps.IsEmpty)
        {
            return new ExportedRun(identity.DisplayName, new Export()) { Gaps = snapshot.Gaps };
        }

        // Only the whole tenant tells which name was meant.
        if (Exporter.UnknownCatalogs(snapshot, scope) is { Count: > 0 } unknown)
        {
            var whole = await open.Tenant.ReadAsync(new TenantPart(workspace.Scope), cancellationToken);
            return new ExportedRun(identity.DisplayName, new Export()) { Findings = Exporter.SayUnknown(unknown, whole) };
        }

        var names = await open.Tenant.ResolveAsync(Binder.NamesIn(declared), cancellationToken);
        var state = Binder.Bind(declared, loaded.Sources, snapshot, names, bindings, new BindOptions { Scope = scope });
        var export = Exporter.Export(snapshot, await open.Tenant.ResolveAsync(Exporter.NamesIn(snapshot), cancellationToken), new ExportOptions
        {
            Workspace = workspace,
            Scope = scope,
            Declared = state.Entities.Where(e => e.Actual is not null).DistinctBy(e => (e.Key.Kind, e.Actual?.Id)).ToDictionary(e => (e.Key.Kind, e.Actual?.Id ?? ""), e => e.Key),
            Taken = loaded.Texts.Keys.ToHashSet(),
            Heading = path => [$"yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')))}{FirstWorkspace.Schema(LanguageSchemas.PolicyFileName)}"],
            TakenTemplates = loaded.Templates,
            UseTemplates = arguments.Templates,
        });
        return new ExportedRun(identity.DisplayName, export) { Findings = export.Findings };
    }
}
