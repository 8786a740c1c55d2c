using Reconciler.Cli.Output;
using Spectre.Console;

namespace Reconciler.Cli;

/// <summary>Shows that something goes on, where somebody is looking: on standard error when it is a terminal, else not at all.</summary>
internal static class Progress
{
    public static Task<T> WhileAsync<T>(CliIo io, string what, Func<Task<T>> work) => WhileAsync(io, what, _ => work());

    public static Task<T> WhileAsync<T>(CliIo io, string what, Func<Action<string>, Task<T>> work)
    {
        io.Log.Information("{What}", what);
        if (!io.ErrorIsTerminal || !string.IsNullOrEmpty(io.Variable("CI")))
        {
            return work(detail => io.Log.Information("{What}: {Detail}", what, detail));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(io.Error) });
        return console.Status().StartAsync(Markup.Escape(what) + "…", async context =>
        {
            // Written past it, a line would be drawn over.
            io.Notices.Show(line => console.WriteLine(line));
            try
            {
                return await work(detail => context.Status($"{Markup.Escape(what)}: {Markup.Escape(Printable.Of(detail))}"));
            }
            finally
            {
                io.Notices.Show(null);
            }
        });
    }
}
