using System.CommandLine;
using System.CommandLine.Parsing;
using Reconciler.Entitlements;

namespace Reconciler.Cli;

/// <summary>Says what is wrong with a command line: each mistake once, with the nearest word that there is.</summary>
internal static class UsageErrors
{
    private const string NoOption = "There is no option ";

    public static IEnumerable<Diagnostic> Of(ParseResult parsed)
    {
        if (parsed.CommandResult.Command is RootCommand root && parsed.UnmatchedTokens is [var word, ..])
        {
            // The library tells of the word, and that it is no command, apart.
            var isOption = word.StartsWith('-');
            var nearest = isOption ? Nearest.To(word, Options(parsed.CommandResult)) : Nearest.To(word, root.Subcommands.Select(command => command.Name));
            return [CliDiagnostics.BadUsage(isOption ? Unknown(word, nearest) : $"There is no command \"{word}\"{DidYouMean(nearest)}")];
        }

        // What stands behind an option that there is not is that option's.
        var options = parsed.Errors.Where(error => error.Message.StartsWith(NoOption, StringComparison.Ordinal)).ToList();
        return (options.Count > 0 ? options : [.. parsed.Errors]).Select(error => error.Message).Distinct(StringComparer.Ordinal)
            .Select(message => CliDiagnostics.BadUsage(message, parsed.CommandResult.Command is RootCommand ? "" : $" {parsed.CommandResult.Command.Name}"));
    }

    /// <summary>An option that stands where the folder does: the library takes it for that.</summary>
    public static string Unknown(string option, SymbolResult where) => Unknown(option, Nearest.To(option.Split('=', ':')[0], Options(where)));

    private static string Unknown(string option, string? nearest) => $"{NoOption}\"{option}\"{DidYouMean(nearest)}";

    private static string DidYouMean(string? nearest) => nearest is null ? "." : $"; did you mean \"{nearest}\"?";

    private static IEnumerable<string> Options(SymbolResult? where)
    {
        for (var at = where; at is not null; at = at.Parent)
        {
            foreach (var option in at is CommandResult command ? command.Command.Options : [])
            {
                yield return option.Name;
            }
        }
    }
}
