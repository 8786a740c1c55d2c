using System.CommandLine;
using Reconciler.Cli.Output;

namespace Reconciler.Cli.Commands;

/// <summary>The options of <c>emulate</c>.</summary>
internal static class EmulateOptions
{
    public static Command Command(CliIo io, CommonOptions common)
    {
        var listen = new Option<string>("--listen") { Description = "Where it listens; port 0 takes a free one.", HelpName = "ADDRESS:PORT", DefaultValueFactory = _ => "127.0.0.1:8443" };
        var state = File("--state", "Keep the tenant in this file. Without it, it is gone when the command ends.");
        var seed = File("--seed", "What a new tenant's directory holds, as in the directory.yaml that init writes.");
        var tls = new Option<bool>("--tls") { Description = "Serve https, with a certificate made for it. Azure.Identity and MSAL need it." };
        var authority = File("--ca", "Where to write the certificate to trust; emulator-ca-PORT.pem, beside the state, if left out.");
        var clients = File("--clients", "Who else may sign in: { \"clients\": [ { \"id\": …, \"secret\": …, \"grants\": [ … ] } ] }.");
        var open = new Option<bool>("--open") { Description = "Answer without a token, and hold nobody to grants." };
        var faults = File("--faults", "How it behaves, and what goes wrong with particular requests, as JSON: seed, behaviour, script. Below /emulator/behaviour it shows every key of the second; schemas/faults.md explains them all.");
        var requests = File("--log-requests", "Also write each request to this file, a line of JSON each.");
        var command = new Command("emulate", "Serves an embedded tenant over HTTP, for any client of Microsoft Graph, until it is stopped.")
        {
            listen, state, seed, tls, authority, clients, open, faults, requests,
        };
        command.Validators.Add(result =>
        {
            if (result.GetResult(authority) is not null && !result.GetValue(tls))
            {
                result.AddError("--ca says where to write the certificate of --tls, which is not there.");
            }
        });
        command.SetAction(async (parsed, _) =>
        {
            var kept = Full(parsed.GetValue(state), io);
            var arguments = new EmulateArguments
            {
                Listen = parsed.GetValue(listen) ?? "",
                State = kept,
                Seed = Full(parsed.GetValue(seed), io),
                UsesTls = parsed.GetValue(tls),
                Authority = Full(parsed.GetValue(authority), io),
                Folder = Path.GetDirectoryName(kept) ?? io.Folder,
                Clients = Full(parsed.GetValue(clients), io),
                IsOpen = parsed.GetValue(open),
                Faults = Full(parsed.GetValue(faults), io),
                RequestLog = Full(parsed.GetValue(requests), io),
                AsJson = common.Output(parsed).Format is OutputFormat.Json,
            };
            return (int)await new EmulateCommand(arguments, common.Shown(parsed, io)).RunAsync();
        });
        return command;
    }

    private static Option<string?> File(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "FILE" };

        // It is what a script makes of a variable that was never set; without it, the tenant would be lost at the end, or nobody be let in.
        option.Validators.Add(result =>
        {
            if (result.Tokens.Any(token => string.IsNullOrWhiteSpace(token.Value)))
            {
                result.AddError($"{name} takes a file, and its name is empty. Leave it out to mean none.");
            }
        });
        return option;
    }

    private static string? Full(string? path, CliIo io) => string.IsNullOrEmpty(path) ? null : Path.GetFullPath(path, io.Folder);
}
