using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>Sends what a command found to where it was asked for: the terminal in one format, and files, each in the format of its extension.</summary>
internal sealed class Reporter(CliIo io, OutputArguments arguments)
{
    /// <summary>Prints and writes the outcome and gives its exit code. Files are written beside and renamed, so that none is ever half a report.</summary>
    public ExitCode Report(Outcome outcome, IReadOnlyDictionary<string, string> texts)
    {
        List<Diagnostic> unwritable = [];
        foreach (var path in arguments.Files)
        {
            var content = OutputArguments.FormatOf(path) == OutputFormat.Json ? ReportJson.Of(outcome) : LinePrinter.Plain(OutcomeText.Lines(outcome, texts));
            try
            {
                var full = Path.GetFullPath(path, io.Folder);
                File.WriteAllText(full + ".new", content);
                File.Move(full + ".new", full, overwrite: true);
            }
            catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
            {
                unwritable.Add(CliDiagnostics.OutputUnwritable(path, trouble.Message));
            }
        }

        var all = unwritable.Count == 0 ? outcome : outcome with { Findings = [.. outcome.Findings ?? [], .. unwritable] };
        if (arguments.Format == OutputFormat.Json)
        {
            io.Out.Write(ReportJson.Of(all));
        }
        else
        {
            LinePrinter.Print(OutcomeText.Lines(all, texts), io);
        }

        return ExitCodes.Of(all);
    }
}
