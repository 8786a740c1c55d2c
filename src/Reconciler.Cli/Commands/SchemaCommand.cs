using Reconciler.Cli.Output;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Commands;

/// <summary>Prints what the language is: a JSON Schema for editors, or its reference. Needs no workspace.</summary>
internal static class SchemaCommand
{
    /// <summary>What can be printed, the first where nothing is named.</summary>
    public static IReadOnlyDictionary<string, PrintedLanguage> Printed { get; } = new OrderedDictionary<string, PrintedLanguage>(StringComparer.Ordinal)
    {
        ["policy-file"] = new(".json", LanguageSchemas.PolicyFile),
        ["workspace"] = new(".json", LanguageSchemas.Workspace),
        ["reference"] = new(".md", LanguageSchemas.Reference),
    };

    public static ExitCode Run(string what, IReadOnlyList<string> files, CliIo io)
    {
        var printed = Printed[what];
        var text = printed.Write();
        List<Diagnostic> findings = [];
        foreach (var path in files)
        {
            if (Path.GetExtension(path) != printed.Extension)
            {
                findings.Add(CliDiagnostics.OutputUnwritable(path, $"what is printed belongs into a {printed.Extension} file."));
            }
            else if (Reporter.Write(path, text, io) is { } trouble)
            {
                findings.Add(CliDiagnostics.OutputUnwritable(path, trouble));
            }
        }

        if (findings.Count > 0)
        {
            return new Reporter(io, new OutputArguments(OutputFormat.Text, [])).Report(new Outcome { Findings = findings.ToEquatableArray() }, new Dictionary<string, string>());
        }

        try
        {
            io.Out.Write(text);
            io.Out.Flush();
            return ExitCode.Ok;
        }
        catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
        {
            io.Log.Error("The result can't be printed: {Why}", lost.Message);
            return ExitCode.Invalid;
        }
    }
}

/// <summary>One thing that can be printed, and the extension of its file.</summary>
internal sealed record PrintedLanguage(string Extension, Func<string> Write);
