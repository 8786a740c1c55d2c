using System.CommandLine;
using System.Text.Json;
using Reconciler.Cli.Commands;
using Reconciler.Cli.Output;
using Reconciler.Graph;
using Serilog.Events;

namespace Reconciler.Cli;

/// <summary>The options that every command has.</summary>
internal sealed class CommonOptions
{
    private readonly Option<string?> _tenant = new("--tenant") { Description = "The tenant, by its name in reconciler.yaml.", HelpName = "NAME", Recursive = true };

    private readonly Option<string> _format = new("--format")
    {
        Description = "What is printed: text, json for programs, or markdown for a pull request.",
        HelpName = "text|json|markdown",
        Recursive = true,
        DefaultValueFactory = _ => "text",
    };

    private readonly Option<string[]> _out = new("--out")
    {
        Description = "Also write it to a file, .txt, .json or .md. Can be given several times.",
        HelpName = "FILE",
        Recursive = true,
        DefaultValueFactory = _ => [],
    };

    private readonly Option<string> _logLevel = new("--log-level")
    {
        Description = "What is logged to standard error: debug, information, warning or error.",
        HelpName = "LEVEL",
        Recursive = true,
        DefaultValueFactory = _ => "warning",
    };

    private readonly Option<bool> _noColour = new("--no-color") { Description = "No colours. NO_COLOR does the same.", Recursive = true };

    private readonly Option<string?> _credential = new("--credential")
    {
        Description = "How to sign in: workload, environment, managedIdentity, azureCli or deviceCode. Left out, what is there is taken, in this order.",
        HelpName = "KIND",
    };

    public CommonOptions()
    {
        _format.TakesOnly("text", "json", "markdown");
        _logLevel.TakesOnly("debug", "information", "warning", "error");
        _credential.TakesOnly([.. Enum.GetNames<CredentialKind>().Select(JsonNamingPolicy.CamelCase.ConvertName)]);
        _out.Validators.Add(result =>
        {
            foreach (var path in result.Tokens.Select(t => t.Value).Where(path => OutputArguments.FormatOf(path) is null))
            {
                result.AddError($"The file \"{path}\" has no format: its extension must be .txt, .json or .md.");
            }
        });
    }

    public static Argument<string?> Folder(string description)
    {
        var folder = new Argument<string?>("dir") { Description = description, Arity = ArgumentArity.ZeroOrOne };

        // The library takes an option it does not know for a folder.
        folder.Validators.Add(result =>
        {
            foreach (var token in result.Tokens)
            {
                if (token.Value.StartsWith('-'))
                {
                    result.AddError(UsageErrors.Unknown(token.Value, result));
                }
                else if (token.Value.Length == 0)
                {
                    result.AddError("The folder's name is empty. Leave it out to mean this folder.");
                }
            }
        });
        return folder;
    }

    /// <summary>Whether an option is the one that names a tenant.</summary>
    public bool IsTenant(Option option) => option == _tenant;

    public void AddTo(RootCommand root)
    {
        root.Add(_tenant);
        root.Add(_format);
        root.Add(_out);
        root.Add(_logLevel);
        root.Add(_noColour);
    }

    /// <summary>The files that were asked for.</summary>
    public IReadOnlyList<string> Files(ParseResult parsed) => parsed.GetValue(_out) ?? [];

    /// <summary>Where results go, and in which format.</summary>
    public OutputArguments Output(ParseResult parsed) =>
        new(Enum.Parse<OutputFormat>(parsed.GetValue(_format) ?? "text", ignoreCase: true), parsed.GetValue(_out) ?? []);

    /// <summary>What the command touches, with what was said about logging and colours.</summary>
    public CliIo Shown(ParseResult parsed, CliIo io)
    {
        io.LogLevel.MinimumLevel = Enum.Parse<LogEventLevel>(parsed.GetValue(_logLevel) ?? "warning", ignoreCase: true);
        return parsed.GetValue(_noColour) ? io with { IsColourless = true } : io;
    }

    /// <summary>The same for a command that works with a tenant: it can be told how to sign in.</summary>
    public Command OnTenant(Command command, CliIo io, Func<WorkspaceArguments, ParseResult, CliIo, Task<ExitCode>> run)
    {
        command.Add(_credential);
        return On(command, io, (workspace, parsed, shown) => run(workspace with { Credential = Credential(parsed) }, parsed, shown));
    }

    private CredentialKind? Credential(ParseResult parsed) =>
        parsed.GetValue(_credential) is { } kind ? Enum.Parse<CredentialKind>(kind, ignoreCase: true) : null;

    /// <summary>Gives a command its workspace argument and its action.</summary>
    public Command On(Command command, CliIo io, Func<WorkspaceArguments, ParseResult, CliIo, Task<ExitCode>> run)
    {
        var folder = Folder("The workspace; this folder if left out.");
        command.Add(folder);
        command.SetAction(async (parsed, _) =>
        {
            var shown = Shown(parsed, io);
            var workspace = new WorkspaceArguments(
                Path.GetFullPath(parsed.GetValue(folder) ?? ".", io.Folder),
                parsed.GetValue(_tenant),
                Output(parsed));
            return (int)await run(workspace, parsed, shown);
        });
        return command;
    }
}
