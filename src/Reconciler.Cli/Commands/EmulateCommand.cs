using System.Collections.Immutable;
using System.Text.Json;
using Reconciler.Cli.Output;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Serves an embedded tenant over HTTP until it is asked to stop, which is its good end.</summary>
internal sealed class EmulateCommand(EmulateArguments arguments, CliIo io)
{
    private static readonly Dictionary<string, string> NoTexts = [];

    private readonly Reporter _reporter = new(io, new OutputArguments(OutputFormat.Text, []));

    public async Task<ExitCode> RunAsync()
    {
        try
        {
            if (EmulateAddress.Read(arguments.Listen) is not { } endpoint)
            {
                return Refuse(CliDiagnostics.CannotListen(arguments.Listen, "it is no address with a port."));
            }

            var (clients, faults) = (EmulateFiles.Clients(arguments.Clients), EmulateFiles.Faults(arguments.Faults));
            EmulateFiles.Demand(arguments.Seed);
            var seed = arguments.Seed is null ? EmulateDirectory.Seed() : EmulateDirectory.Read(arguments.Seed);
            if (seed.Seed is not { } directory)
            {
                return _reporter.Report(new Outcome { Findings = seed.Diagnostics }, seed.Texts);
            }

            var options = new EmulatorOptions { Time = new AdjustableTime(io.Time), NewId = io.NewId, Behaviour = faults.Behaviour };
            try
            {
                using var tenant = EmulatedState.Open(arguments.State, directory, options);
                tenant.Tenant.Script = faults.Script;
                using var log = new EmulateLog(arguments.RequestLog, io);
                return await ServeAsync(tenant, log, endpoint, clients);
            }
            catch (SeedException wrong)
            {
                return _reporter.Report(new Outcome { Findings = [CliDiagnostics.BadSeed("emulate", null, wrong.Message, seed.Places)] }, seed.Texts);
            }
        }
        catch (EmulateFileException wrong)
        {
            return Refuse(CliDiagnostics.EmulateFile(wrong.Path, wrong.Message));
        }
        catch (TenantStateException damaged)
        {
            return _reporter.Report(new Outcome { Trouble = new TenantException(TenantProblem.Held, damaged.Message, damaged) }, NoTexts);
        }
    }

    private async Task<ExitCode> ServeAsync(EmulatedState state, EmulateLog log, EmulateAddress address, ImmutableArray<ServerClient> clients)
    {
        // In a new process a new secret: nothing that opens the tenant is left on the disk.
        var own = ServerClient.WithAllGrants(EmulateDirectory.ClientId, io.NewId().ToString("N"));
        var options = new ServerOptions
        {
            Time = io.Time,
            Endpoint = address.Endpoint,
            UsesTls = arguments.UsesTls,
            IsOpen = arguments.IsOpen,
            Clients = [own, .. clients],
            AfterWrite = state.Save,
            Answered = log.Write,
        };
        EmulatorServer server;
        try
        {
            // Over in a moment; who asks to stop meanwhile is heard right after.
            server = await EmulatorServer.StartAsync(state.Tenant, options, CancellationToken.None);
        }
        catch (IOException refused)
        {
            return Refuse(CliDiagnostics.CannotListen(arguments.Listen, refused.Message));
        }

        await using (server)
        {
            var authority = server.CertificateAuthorityPem is { } pem ? Trusted(pem, server.Address.Port) : null;
            Note(state, own, clients, address);
            Announce(new EmulateText(server, state.Tenant.TenantId, own, arguments, authority));
            await StoppedAsync(state);
        }

        return state.Lost is { } lost
            ? _reporter.Report(new Outcome { Trouble = new TenantException(TenantProblem.Held, $"The tenant {arguments.State} can't be saved, so a write was lost: {lost.Message}", lost) }, NoTexts)
            : ExitCode.Ok;
    }

    /// <summary>Writes the certificate to trust. Each port has a file of its own: what serves beside this one, from the same folder, is trusted by another.</summary>
    private string Trusted(string pem, int port)
    {
        var path = arguments.Authority ?? Path.Combine(arguments.Folder, $"emulator-ca-{port}.pem");
        EmulateFiles.DemandFolder(path);
        return Reporter.Write(path, pem, io) is { } trouble ? throw new EmulateFileException(path, trouble) : path;
    }

    /// <summary>What is served all the same, but may not be what was meant.</summary>
    private void Note(EmulatedState state, ServerClient own, ImmutableArray<ServerClient> clients, EmulateAddress address)
    {
        List<Diagnostic> notes = [];
        if (address.IsReachedByOthers)
        {
            notes.Add(CliDiagnostics.ListensToOthers(arguments.Listen));
        }

        if (state.WasThere && arguments is { Seed: { } seed, State: { } kept })
        {
            notes.Add(CliDiagnostics.SeedIsNotRead(seed, kept));
        }

        // Graph has grants that the emulator does not know, and clients are granted them: such a one is no mistake by itself.
        notes.AddRange(clients.SelectMany(client => client.Grants.Except(own.Grants).Select(grant => CliDiagnostics.UnknownGrant(client.Id, grant, Nearest.To(grant, own.Grants)))));
        if (notes.Count > 0)
        {
            LinePrinter.Print([.. DiagnosticText.Lines(notes, NoTexts)], io with { Out = io.Error, OutIsTerminal = io.ErrorIsTerminal });
        }
    }

    private void Announce(EmulateText text)
    {
        if (arguments.AsJson)
        {
            io.Out.Write(text.Json().ToJsonString(new JsonSerializerOptions { WriteIndented = true, NewLine = "\n" }) + "\n");
        }
        else
        {
            LinePrinter.Print(text.Lines(), io);
        }

        io.Out.Flush();
    }

    /// <summary>Until somebody stops it, or the tenant can't be kept any more.</summary>
    private async Task StoppedAsync(EmulatedState state)
    {
        using var ended = CancellationTokenSource.CreateLinkedTokenSource(io.Stop, state.Broken);
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, io.Time, ended.Token);
        }
        catch (OperationCanceledException)
        {
            io.Log.Information("Stopping");
        }
    }

    private ExitCode Refuse(Diagnostic finding) => _reporter.Report(new Outcome { Findings = [finding] }, NoTexts);
}
