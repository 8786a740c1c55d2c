using Reconciler.Cli.Output;

namespace Reconciler.Cli.Commands;

/// <summary>Makes a first workspace that can be planned and applied as it is. Overwrites nothing.</summary>
internal static class InitCommand
{
    private const string GitIgnore = ".gitignore";

    public static ExitCode Run(string folder, CliIo io)
    {
        var reporter = new Reporter(io, new OutputArguments(OutputFormat.Text, []));
        var nothing = new Dictionary<string, string>();
        if (FirstWorkspace.Files.Keys.LastOrDefault(name => name != FirstWorkspace.Editor && Path.Exists(Path.Combine(folder, name))) is { } there)
        {
            return reporter.Report(new Outcome { Findings = [CliDiagnostics.NotEmpty(Path.Combine(folder, there))] }, nothing);
        }

        List<string> written = [];

        // An editor's settings are kept, as a repository's other files are.
        var files = FirstWorkspace.Files.Where(file => !Path.Exists(Path.Combine(folder, file.Key))).ToArray();
        try
        {
            foreach (var (name, content) in files)
            {
                var path = Path.Combine(folder, name);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
                File.WriteAllText(path, content);
            }

            if (Ignores(Path.Combine(folder, GitIgnore)))
            {
                written.Add(GitIgnore);
            }

            written.AddRange(files.Select(file => file.Key));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            return reporter.Report(new Outcome { Findings = [CliDiagnostics.UnwritableFolder(folder, trouble.Message)] }, nothing);
        }

        LinePrinter.Print(
            [
                Line.Of($"A first workspace is in {Printable.Of(folder)}:", Ink.Strong),
                .. written.Select(file => Line.Of(2, new Run(file))),
                Line.Of($"Next: reconciler plan{Shown(folder, io)}, then reconciler apply{Shown(folder, io)}. Both work on the embedded tenant; nothing leaves this machine."),
            ],
            io);
        return ExitCode.Ok;
    }

    /// <summary>A repository has its own list, which is kept; true where a line was written into it.</summary>
    private static bool Ignores(string path)
    {
        var ignored = File.Exists(path) ? File.ReadAllText(path) : "";
        if (ignored.Split('\n').Any(line => line.Trim().Trim('/') == FirstWorkspace.Ignored.Trim('/')))
        {
            return false;
        }

        File.AppendAllText(path, (ignored.Length == 0 || ignored.EndsWith('\n') ? "" : "\n") + FirstWorkspace.Ignored + "\n");
        return true;
    }

    private static string Shown(string folder, CliIo io)
    {
        var relative = Path.GetRelativePath(io.Folder, folder);
        return relative == "." ? "" : $" {Printable.Of(relative)}";
    }
}
