using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>Sends what a command found to where it was asked for: the terminal in one format, and files, each in the format of its extension.</summary>
internal sealed class Reporter(CliIo io, OutputArguments arguments)
{
    private readonly HashSet<string> _refused = [];

    /// <summary>What stands against a file that was asked for, before anything is done that it should report. Such a file is never written.</summary>
    public EquatableArray<Diagnostic> Check(string workspace)
    {
        List<Diagnostic> findings = [];
        foreach (var path in arguments.Files)
        {
            if (Objection(Path.GetFullPath(path, io.Folder), workspace) is { } why && _refused.Add(path))
            {
                findings.Add(CliDiagnostics.OutputUnwritable(path, why));
            }
        }

        return findings.ToEquatableArray();
    }

    /// <summary>Prints and writes the outcome and gives its exit code. Files are written beside and renamed, so that none is ever half a report.</summary>
    public ExitCode Report(Outcome outcome, IReadOnlyDictionary<string, string> texts)
    {
        List<Diagnostic> unwritable = [];
        foreach (var path in arguments.Files.Where(path => !_refused.Contains(path)))
        {
            // A file holds all of it, whatever was on the screen before.
            var content = Content(OutputArguments.FormatOf(path), outcome) ?? LinePrinter.Plain(OutcomeText.Lines(outcome with { IsPlanShown = false }, texts));
            if (Write(path, content, io) is { } trouble)
            {
                unwritable.Add(CliDiagnostics.OutputUnwritable(path, trouble));
            }
        }

        var all = unwritable.Count == 0 ? outcome : outcome with { Findings = [.. outcome.Findings ?? [], .. unwritable] };
        var code = ExitCodes.Of(all);
        try
        {
            if (Content(arguments.Format, all) is { } content)
            {
                io.Out.Write(content);
            }
            else
            {
                LinePrinter.Print(OutcomeText.Lines(all, texts), io);
            }

            io.Out.Flush();
            return code;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            io.Log.Error("The result can't be printed: {Why}", lost.Message);
            return code == ExitCode.Ok ? ExitCode.Invalid : code;
        }
    }

    /// <summary>Writes a file beside and renames it; what stood in the way, or null.</summary>
    public static string? Write(string path, string content, CliIo io)
    {
        try
        {
            var full = Path.GetFullPath(path, io.Folder);
            var beside = $"{full}.{Environment.ProcessId}.new";
            File.WriteAllText(beside, content);
            File.Move(beside, full, overwrite: true);
            return null;
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return trouble.Message;
        }
    }

    /// <summary>The whole report; null for text, which is printed as wide as the place where it goes.</summary>
    private static string? Content(OutputFormat? format, Outcome outcome) => format switch
    {
        OutputFormat.Json => ReportJson.Of(outcome),
        OutputFormat.Markdown => OutcomeMarkdown.Of(outcome),
        _ => null,
    };

    private static string? Objection(string full, string workspace) =>
        IsBelow(full, Path.Combine(workspace, ".reconciler")) ? "there the tool keeps its own files."
        : Directory.Exists(full) ? "it is a folder."
        : !Directory.Exists(Path.GetDirectoryName(full)) ? "its folder is not there."
        : null;

    private static bool IsBelow(string path, string folder) =>
        (path + Path.DirectorySeparatorChar).StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
