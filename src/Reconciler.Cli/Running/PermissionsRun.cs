using Reconciler.Cli.Commands;
using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Running;

/// <summary>Works out what the files need, and asks the tenant which of it is there.</summary>
internal sealed class PermissionsRun(LoadResult loaded, TenantSettings settings, PermissionsArguments arguments, CliIo io)
{
    public async Task<PermissionsReport> RunAsync(Workspace workspace)
    {
        var report = new PermissionsReport(settings.Name, Purposes(), CallerKind.Unknown) { OwnedCatalogs = OwnedCatalogs(workspace.Scope) };
        if (arguments.IsOffline)
        {
            return report with { NotAsked = "--offline" };
        }

        try
        {
            var opened = await new TenantOpener(io, arguments.Workspace.Credential).OpenAsync(workspace, settings, forReading: true);
            using (opened.Tenant)
            {
                return opened.Tenant is { } tenant
                    ? await Progress.WhileAsync(io, $"Asking {settings.Name}", () => AskedAsync(report, tenant, workspace.Scope))
                    : report with { Findings = opened.Findings, Texts = opened.Texts };
            }
        }
        catch (TenantException trouble)
        {
            return Unasked(report, trouble);
        }
    }

    private EquatableArray<PermissionsPurpose> Purposes() =>
    [
        .. arguments.Only is "apply" ? [] : new[] { new PermissionsPurpose("plan", NeededAccess.ToPlan(loaded.Declared, loaded.Sources)) },
        .. arguments.Only is "plan" ? [] : new[] { new PermissionsPurpose("apply", NeededAccess.ToApply(loaded.Declared, loaded.Sources)) },
    ];

    /// <summary>The catalogs whose roles can stand for the permission of the whole tenant; none where more than catalogs are managed.</summary>
    private static EquatableArray<string> OwnedCatalogs(Scope scope) =>
        scope is { IsWhole: false, Settings: false, TenantRoles: false, Organizations.IsEmpty: true } ? scope.Catalogs : [];

    private async Task<PermissionsReport> AskedAsync(PermissionsReport report, OpenTenant tenant, Scope scope)
    {
        var purposes = new List<PermissionsPurpose>();
        var caller = CallerKind.Unknown;
        var held = await HeldThereAsync(report, tenant, scope);
        foreach (var purpose in report.Purposes)
        {
            var needs = purpose.With(held);
            var check = await tenant.Tenant.CheckAsync(needs.Needs, io.Stop);
            caller = check.Caller;
            purposes.Add(needs with { Standings = check.Standings });
        }

        return report with { Purposes = purposes.ToEquatableArray(), Caller = caller };
    }

    /// <summary>The names that the tenant holds beside those of the files: reading them is asked for too. Nothing where the tenant may not be read.</summary>
    private async Task<EquatableArray<Need>> HeldThereAsync(PermissionsReport report, OpenTenant tenant, Scope scope)
    {
        var reads = report.Purposes.SelectMany(purpose => purpose.Needs).Where(need => need.Kind == AccessKind.ReadManagement).Take(1).ToList();
        if ((await tenant.Tenant.CheckAsync(reads, io.Stop)) is not { Caller: not CallerKind.Anybody } check || check.Standings.Contains(Standing.Missing))
        {
            return [];
        }

        try
        {
            var identity = await tenant.Tenant.IdentifyAsync(io.Stop);
            var bindings = await tenant.Store.ReadBindingsAsync(identity.Id, io.Stop);
            return NeededAccess.ToRead(await tenant.Tenant.ReadAsync(Binder.PartFor(loaded.Declared, bindings, scope), io.Stop));
        }
        catch (TenantException)
        {
            // What the files need is said all the same.
            return [];
        }
    }

    /// <summary>Somebody signed in and was refused the very first read, of whom the sign-in tells what it can; or nobody could sign in, and nothing is known.</summary>
    private static PermissionsReport Unasked(PermissionsReport report, TenantException trouble)
    {
        if (trouble.AccessBySignIn is not { } access)
        {
            return report with { NotAsked = trouble.Message, Problem = trouble.Problem };
        }

        var checks = report.Purposes.Select(purpose => (Purpose: purpose, Check: access(purpose.Needs))).ToList();
        var caller = checks[0].Check.Caller;
        var told = report with { Caller = caller, Purposes = checks.Select(one => one.Purpose with { Standings = one.Check.Standings }).ToEquatableArray() };

        // Where the sign-in explains the refusal, the list says it all.
        return caller != CallerKind.Unknown && told.LacksSome ? told : told with { NotAsked = trouble.Message, Problem = trouble.Problem };
    }
}
