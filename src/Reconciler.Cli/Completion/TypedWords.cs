using System.CommandLine;

namespace Reconciler.Cli.Completion;

/// <summary>What the words before the one that is being typed mean, as far as they go.</summary>
internal sealed class TypedWords
{
    private readonly List<Command> _path;
    private readonly List<string> _arguments = [];
    private readonly HashSet<Option> _used = [];

    private TypedWords(Command root) => _path = [root];

    public Command Command => _path[^1];

    /// <summary>The option whose value comes next; null where none does.</summary>
    public Option? Pending { get; private set; }

    /// <summary>Whether <c>--</c> was typed: what comes is no option, whatever it looks like.</summary>
    public bool AreOptionsOver { get; private set; }

    public IReadOnlyList<string> Arguments => _arguments;

    public IReadOnlySet<Option> Used => _used;

    /// <summary>The options that can stand there: the command's own, and those of the commands above that are for all below.</summary>
    public IEnumerable<Option> Options => Command.Options.Concat(_path.SkipLast(1).Reverse().SelectMany(above => above.Options.Where(option => option.Recursive)));

    public static TypedWords Of(Command root, IEnumerable<string> words)
    {
        var typed = new TypedWords(root);
        foreach (var word in words)
        {
            typed.Add(word);
        }

        return typed;
    }

    public Option? Find(string name) => Options.FirstOrDefault(option => option.Name == name || option.Aliases.Contains(name));

    private void Add(string word)
    {
        if (Pending is not null)
        {
            Pending = word == "=" ? Pending : null;
        }
        else if (!AreOptionsOver && word == "--")
        {
            AreOptionsOver = true;
        }
        else if (!AreOptionsOver && word.StartsWith('-'))
        {
            if (Find(word.Split('=')[0]) is { } option)
            {
                _used.Add(option);
                Pending = option.Arity.MinimumNumberOfValues > 0 && !word.Contains('=', StringComparison.Ordinal) ? option : null;
            }
        }
        else if (_arguments.Count == 0 && Command.Subcommands.FirstOrDefault(command => command.Name == word) is { } next)
        {
            _path.Add(next);
        }
        else
        {
            _arguments.Add(word);
        }
    }
}
