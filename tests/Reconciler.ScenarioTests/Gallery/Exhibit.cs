using System.Runtime.CompilerServices;
using Reconciler.Cli.Output;

namespace Reconciler.ScenarioTests.Gallery;

/// <summary>
/// One folder of the gallery, copied to a place where a command may work on it. What is beside its workspace: <c>command.txt</c>, the command if it is
/// not <c>validate</c>; <c>before/</c>, the workspace as it was applied earlier; <c>before.tenant.json</c> and <c>before.bindings.json</c>, the tenant and
/// the memory of it; <c>prepare.txt</c>, see <see cref="Preparation"/>; <c>expected.txt</c>, what is printed. A workspace without a
/// <c>reconciler.yaml</c> gets one with an embedded tenant, whose seed is its <c>directory.yaml</c>.
/// </summary>
internal sealed class Exhibit : IDisposable
{
    private const string Shown = "/workspace";
    private const string Before = "before";
    private const string Own = "reconciler.yaml";

    private readonly string _source;
    private readonly TryFolder _folder = new();

    private Exhibit(string name) => _source = Path.Combine(Root, name);

    public static string Root { get; } = Here();

    public static IEnumerable<string> Names() => Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static async Task<Exhibit> OpenAsync(string name)
    {
        var exhibit = new Exhibit(name);
        await exhibit.PrepareAsync();
        return exhibit;
    }

    /// <summary>Runs its command on a terminal of 80 columns without colours, and gives everything that is printed.</summary>
    public async Task<TestRun> RunAsync(params string[] more)
    {
        var written = Path.Combine(_source, "command.txt");
        var command = File.Exists(written) ? (await File.ReadAllTextAsync(written)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : ["validate"];
        return await Cli().RunAsync([.. command, .. more]);
    }

    /// <summary>What was printed, with another name for the folder, which has one of its own in each run.</summary>
    public string Printed(TestRun run)
    {
        var printed = run.Out + run.Error;
        return printed.Contains(_folder.Path, StringComparison.Ordinal) ? Wrapped(printed.Replace(_folder.Path, Shown, StringComparison.Ordinal)) : printed;
    }

    public string Folder => _source;

    public void Dispose() => _folder.Dispose();

    private TestCli Cli() => new(_folder.Path) { IsTerminal = true, Variables = new Dictionary<string, string> { ["NO_COLOR"] = "1" } };

    private async Task PrepareAsync()
    {
        if (Directory.Exists(Path.Combine(_source, Before)))
        {
            Put(_source, path => !path.StartsWith("policies/", StringComparison.Ordinal) && path != Own);
            Put(Path.Combine(_source, Before), _ => true);
            Complete();
            var applied = await Cli().RunAsync("apply", "--yes");
            Assert.True(applied.ExitCode == 0, applied.Out);
            Directory.Delete(Path.Combine(_folder.Path, "policies"), recursive: true);
            File.Delete(Path.Combine(_folder.Path, Own));
        }

        Put(_source, _ => true);
        Complete();
        Preparation.Follow(Path.Combine(_source, "prepare.txt"), _folder.Path);
    }

    private void Complete()
    {
        if (!_folder.Has(Own))
        {
            _folder.Put(Own, $"version: 1\ntenants: {{ demo: {{ adapter: embedded{(_folder.Has("directory.yaml") ? ", seed: directory.yaml" : "")} }} }}\n");
        }
    }

    /// <summary>Copies what belongs to the workspace; a link stays a link.</summary>
    private void Put(string from, Func<string, bool> isWanted)
    {
        foreach (var file in new DirectoryInfo(from).EnumerateFileSystemInfos("*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.None }))
        {
            var relative = Path.GetRelativePath(from, file.FullName);
            if ((file is DirectoryInfo && file.LinkTarget is null) || PlaceOf(relative) is not { } place || !isWanted(relative))
            {
                continue;
            }

            var target = Path.Combine(_folder.Path, place);
            Directory.CreateDirectory(Path.GetDirectoryName(target) ?? target);
            File.Delete(target);
            if (file.LinkTarget is { } link)
            {
                File.CreateSymbolicLink(target, link);
            }
            else
            {
                File.Copy(file.FullName, target);
            }
        }
    }

    private static string? PlaceOf(string relative) => relative switch
    {
        "before.tenant.json" => ".reconciler/demo/tenant.json",
        "before.bindings.json" => ".reconciler/demo/bindings.json",
        "command.txt" or "prepare.txt" or "expected.txt" or "expected.json" or "expected.md" => null,
        _ when relative.StartsWith(Before + "/", StringComparison.Ordinal) => null,
        _ => relative,
    };

    /// <summary>As it would have been wrapped, had the folder been called so: how long its own name is differs from machine to machine.</summary>
    private static string Wrapped(string printed)
    {
        var whole = new List<string>();
        foreach (var row in printed.TrimEnd('\n').Split('\n'))
        {
            if (whole.Count > 0 && row.StartsWith("    ", StringComparison.Ordinal))
            {
                whole[^1] += " " + row.TrimStart();
            }
            else
            {
                whole.Add(row);
            }
        }

        var lines = whole.Select(row => Line.Of(row.Length - row.TrimStart().Length, new Run(row.TrimStart())));
        return string.Concat(lines.SelectMany(line => LinePrinter.Wrap(line, 80)).Select(row => string.Concat(row.Select(run => run.Text)).TrimEnd() + "\n"));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}
