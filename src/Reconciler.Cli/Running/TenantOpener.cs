using System.Text.Json.Nodes;
using Reconciler.Applying;
using Reconciler.Declarations;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.Cli.Running;

/// <summary>Opens the tenant that a command works with. For reading, the transport refuses every write before it is sent.</summary>
internal sealed class TenantOpener(CliIo io, CredentialKind? credential)
{
    private static readonly Uri GraphRoot = new("https://graph.microsoft.com/v1.0/");

    /// <summary>
    /// Opens a tenant of the workspace; null and a finding where it can't be. Throws <see cref="TenantException"/> where nobody can be
    /// signed in, or where another tenant answers than the declared one.
    /// </summary>
    public async Task<Opened> OpenAsync(Workspace workspace, TenantSettings settings, bool forReading) =>
        settings.Adapter == "embedded" ? OpenEmbedded(workspace, settings, forReading) : await OpenGraphAsync(workspace, settings, forReading);

    private async Task<Opened> OpenGraphAsync(Workspace workspace, TenantSettings settings, bool forReading)
    {
        var log = new RequestLog(io.Log);
        var connection = await GraphConnection.OpenAsync(
            new SignInOptions
            {
                TenantId = settings.TenantId ?? "",
                Cloud = settings.Cloud,
                Endpoint = settings.Endpoint,
                Authority = settings.Authority,
                Credential = credential,
                Variable = io.Variable,
                Prompt = io.ErrorIsTerminal ? io.Error.WriteLine : null,
            },
            new GraphOptions
            {
                Time = io.Time,
                NewId = io.NewId,
                Chance = io.Chance,
                Log = log,
                SaidToSignIn = log,
                Waiting = new WaitNotice(io),
                Stop = io.Stop,
                Through = io.Through,
                SignInTimeout = TimeSpan.FromSeconds(30),
                RequestTimeout = TimeSpan.FromSeconds(100),
                CallTimeout = TimeSpan.FromMinutes(15),
            },
            forReading,
            io.Stop);
        return new Opened(new OpenTenant(settings.Name, "Microsoft Graph", connection.Tenant, new FolderRunStore(Folder(workspace, settings)), [connection]), []);
    }

    private static string Folder(Workspace workspace, TenantSettings settings) => Path.Combine(workspace.Folder, ".reconciler", settings.Name);

    private Opened OpenEmbedded(Workspace workspace, TenantSettings settings, bool forReading)
    {
        var seed = new JsonObject { ["organization"] = new JsonObject { ["name"] = settings.Name, ["domain"] = $"{settings.Name.ToLowerInvariant()}.example" } };
        var read = new SeedResult { Seed = seed };
        if (settings.Seed is { } path)
        {
            read = SeedReader.Read(workspace.Folder, path, settings.SeedWhere);
        }

        if (read.Seed is null)
        {
            return new Opened(null, read.Diagnostics) { Texts = read.Texts };
        }

        var folder = Folder(workspace, settings);
        var state = Path.Combine(folder, "tenant.json");
        var wasThere = Path.Exists(state);
        if (!wasThere && Path.Exists(Path.Combine(folder, "bindings.json")))
        {
            throw new TenantException(TenantProblem.Held, $"The embedded tenant {state} is gone, and bindings.json beside it says what was applied to it. Restore the file; or delete {folder} to begin anew.");
        }

        try
        {
            var file = TenantFile.Open(state, read.Seed, new EmulatorOptions { Time = io.Time, NewId = io.NewId }, forReading);
            HttpMessageHandler handler = forReading ? new ReadOnlyTransport(new EmulatorHandler(file.Tenant)) : new SavingHandler(file, state);
            var client = new HttpClient(io.Through(handler)) { BaseAddress = GraphRoot };
            return new Opened(new OpenTenant(settings.Name, "embedded", new GraphTenant(client, new EagerTime(io.Time)), new FolderRunStore(folder), [client, file])
            {
                SeedNote = wasThere && settings.Seed is not null ? CliDiagnostics.SeedIsReadOnce(settings, $".reconciler/{settings.Name}") : null,
            }, []);
        }
        catch (SeedException wrong)
        {
            return new Opened(null, [CliDiagnostics.BadSeed(settings.Name, settings.SeedWhere ?? settings.Where, wrong.Message, read.Places)]) { Texts = read.Texts };
        }
        catch (TenantStateException damaged)
        {
            throw new TenantException(TenantProblem.Held, damaged.Message, damaged);
        }
    }
}
