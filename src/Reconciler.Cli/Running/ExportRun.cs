using Reconciler.Cli.Commands;
using Reconciler.Declarations;
using Reconciler.Declarations.Baselines;
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
            Texts = loaded.Texts,
            Tenant = loaded.Tenant,
            Heading = path => [$"yaml-language-server: $schema={string.Concat(Enumerable.Repeat("../", path.Count(c => c == '/')))}{FirstWorkspace.Schema(LanguageSchemas.PolicyFileName)}"],
            TakenTemplates = loaded.Templates,
            UseTemplates = arguments.Templates,
        });
        return Diagnostic.AnyErrors(export.Findings) || export.IsEmpty
            ? new ExportedRun(identity.DisplayName, export) { Findings = export.Findings }
            : Judged(new ExportedRun(identity.DisplayName, export), await Bound(export.ReadAgain, snapshot, bindings, scope, cancellationToken));
    }

    /// <summary>The whole workspace as it will be, bound to the tenant as it was just read.</summary>
    private async Task<BoundState> Bound(LoadResult again, TenantSnapshot snapshot, Bindings bindings, Scope scope, CancellationToken cancellationToken)
    {
        var names = await open.Tenant.ResolveAsync(Binder.NamesIn(again.Declared), cancellationToken);
        return Binder.Bind(again.Declared, again.Sources, snapshot, names, bindings, new BindOptions { Scope = scope });
    }

    /// <summary>With what the tenant came with as known findings, and with an error for everything that a plan would change.</summary>
    private ExportedRun Judged(ExportedRun run, BoundState state)
    {
        var again = run.Export.ReadAgain;
        var written = again.Declared.Declarations.Where(d => loaded.Declared.Find(d.Key) is null).Select(d => d.Key).ToHashSet();
        var changes = Planner.Plan(state, new PlanOptions()).Changes.Where(change => written.Contains(change.Key));
        var found = loaded.Baseline.Judge([.. Checker.All(again.Declared, again.Sources), .. state.Diagnostics]).Others.Where(finding => finding.About is { } about && written.Contains(about));
        var known = Baseline.Of(found);
        var there = loaded.Texts.GetValueOrDefault(BaselineReader.FileName);
        var text = known.Findings.IsEmpty ? null : there is null ? BaselineText.Of(known, "when the tenant was exported") : BaselineText.With(there, known, again);
        var count = known.Findings.Sum(finding => finding.Times);
        return run with
        {
            Findings =
            [
                .. run.Export.Findings,
                .. state.Diagnostics.Where(d => d.Severity == Severity.Error && d.About is { } about && written.Contains(about)),
                .. changes.Select(change => CliDiagnostics.WouldChange(change.Key)),
                .. count > 0 && text is null ? [CliDiagnostics.BaselineIsKept(count)] : Array.Empty<Diagnostic>(),
            ],
            KnownFindings = text is null ? 0 : count,
            BaselineText = text,
        };
    }
}
