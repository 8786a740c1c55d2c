using System.CommandLine;
using System.CommandLine.Completions;

namespace Reconciler.Cli.Completion;

/// <summary>Says what a word can become: told by the commands and options themselves, so that a new one is completed without a line here.</summary>
/// <param name="values">The values of an option that nothing but the workspace knows; none for others.</param>
internal sealed class Completer(Command root, Func<Option, IReadOnlyList<string>, IEnumerable<string>> values)
{
    /// <summary>Stands for the names of files, which shells complete better themselves.</summary>
    public const string Files = ":files";

    /// <summary>The same for folders.</summary>
    public const string Folders = ":folders";

    /// <summary>What can stand there, a line each: the word, and behind a tab what it means.</summary>
    /// <param name="current">The word that is being typed, as far as it goes.</param>
    /// <param name="before">The words before it, without the program's name.</param>
    public IEnumerable<string> Complete(string current, IEnumerable<string> before)
    {
        var typed = TypedWords.Of(root, before);
        if (typed.Pending is { } option)
        {
            // bash takes `--format=json` for three words.
            return Values(option, typed, current == "=" ? "" : current);
        }

        if (!typed.AreOptionsOver && current.StartsWith('-'))
        {
            var equals = current.IndexOf('=', StringComparison.Ordinal);
            return equals < 0 ? Options(typed, current)
                : typed.Find(current[..equals]) is { } named ? Values(named, typed, current[(equals + 1)..]).Select(value => value is Files or Folders ? value : current[..(equals + 1)] + value)
                : [];
        }

        return [.. Commands(typed, current), .. Arguments(typed, current)];
    }

    private static IEnumerable<string> Options(TypedWords typed, string current) =>
        typed.Options
            .Where(option => !option.Hidden && option.Name.StartsWith(current, StringComparison.Ordinal))
            .Where(option => option.Arity.MaximumNumberOfValues > 1 || !typed.Used.Contains(option))
            .Select(option => Line(option.Name, option.Description));

    private static IEnumerable<string> Commands(TypedWords typed, string current) =>
        typed.Arguments.Count > 0 ? [] : typed.Command.Subcommands
            .Where(command => !command.Hidden && command.Name.StartsWith(current, StringComparison.Ordinal))
            .Select(command => Line(command.Name, command.Description));

    private static IEnumerable<string> Arguments(TypedWords typed, string current) =>
        typed.Command.Arguments.ElementAtOrDefault(typed.Arguments.Count) is { } argument
            ? [.. Paths(argument.HelpName ?? argument.Name), .. Known(argument.GetCompletions(CompletionContext.Empty), current)]
            : [];

    private IEnumerable<string> Values(Option option, TypedWords typed, string current) =>
    [
        .. Paths(option.HelpName ?? ""),
        .. values(option, typed.Arguments).Where(value => value.StartsWith(current, StringComparison.Ordinal)),
        .. Known(option.GetCompletions(CompletionContext.Empty), current),
    ];

    /// <summary>The placeholder of the help says what a value is: <c>FILE</c>, <c>dir</c>.</summary>
    private static IEnumerable<string> Paths(string placeholder)
    {
        if (placeholder.Contains("file", StringComparison.OrdinalIgnoreCase))
        {
            yield return Files;
        }

        if (placeholder.Contains("dir", StringComparison.OrdinalIgnoreCase))
        {
            yield return Folders;
        }
    }

    private static IEnumerable<string> Known(IEnumerable<CompletionItem> items, string current) =>
        items.Where(item => item.Label.StartsWith(current, StringComparison.Ordinal)).Select(item => Line(item.Label, item.Documentation));

    private static string Line(string word, string? meaning) => string.IsNullOrEmpty(meaning) ? word : $"{word}\t{meaning}";
}
