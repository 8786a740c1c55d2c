using System.CommandLine;
using Reconciler.Cli.Completion;
using Reconciler.Declarations;

namespace Reconciler.Cli.Commands;

/// <summary>Prints the script that makes a shell complete the tool's words, and answers what the script asks.</summary>
internal static class CompletionCommand
{
    public static Command Printing(CliIo io)
    {
        var shell = new Argument<string>("shell") { Description = "bash, zsh, fish or powershell.", HelpName = "shell" };
        shell.AcceptOnlyFromAmong([.. CompletionScripts.ByShell.Keys]);
        var command = new Command("completion", "Prints a script that makes a shell complete commands, options and names of tenants.") { shell };
        command.SetAction(parsed =>
        {
            io.Out.Write(CompletionScripts.ByShell[parsed.GetRequiredValue(shell)]);
            return (int)ExitCode.Ok;
        });
        return command;
    }

    public static Command Answering(CliIo io, Command root, CommonOptions common)
    {
        var words = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        var command = new Command(CompletionScripts.Asks) { words };
        command.Hidden = true;
        command.SetAction(parsed =>
        {
            string[] asked = parsed.GetValue(words) ?? [];
            var current = asked is [['.', .. var word], ..] ? word : "";
            var completer = new Completer(root, (option, arguments) => common.IsTenant(option) ? TenantNames.In(Path.Combine(io.Folder, arguments.FirstOrDefault(""))) : []);
            foreach (var line in completer.Complete(current, asked.Skip(1)))
            {
                io.Out.Write($"{line}\n");
            }

            return (int)ExitCode.Ok;
        });
        return command;
    }
}
