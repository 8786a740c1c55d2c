using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Reconciler.Cli;

/// <summary>The library's help, and below it an example of the command.</summary>
internal sealed class Help(HelpAction help, IReadOnlyDictionary<Command, string> examples, int width) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public static void AddExamples(RootCommand root, IReadOnlyDictionary<Command, string> examples, int width)
    {
        foreach (var option in root.Options.OfType<HelpOption>())
        {
            if (option.Action is HelpAction action)
            {
                option.Action = new Help(action, examples, width);
            }
        }
    }

    public override int Invoke(ParseResult parseResult)
    {
        help.MaxWidth = width;
        var code = help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var example))
        {
            parseResult.InvocationConfiguration.Output.Write($"Example:\n  {example}\n");
        }

        return code;
    }
}
