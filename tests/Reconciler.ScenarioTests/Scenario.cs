using System.Runtime.CompilerServices;

namespace Reconciler.ScenarioTests;

/// <summary>A scenario's folder, copied to a place where a command may work on it.</summary>
internal sealed class Scenario : IDisposable
{
    private static readonly string[] Results = ["plan.txt", "plan.json", "plan.md", "after.tenant.json", "before.tenant.json", "before.bindings.json", "arguments.txt"];

    private readonly string _source;
    private readonly TestCli _cli;

    private Scenario(string source)
    {
        _source = source;
        Folder = Directory.CreateTempSubdirectory("scenario-").FullName;
        _cli = new TestCli(Folder);
    }

    public static string Root { get; } = Path.Combine(Here(), "Scenarios");

    public string Folder { get; }

    public static IEnumerable<string> Names() => Directory.EnumerateDirectories(Root).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal);

    public static Scenario Copy(string name)
    {
        var scenario = new Scenario(Path.Combine(Root, name));
        foreach (var file in Directory.EnumerateFiles(scenario._source, "*", SearchOption.AllDirectories))
        {
            var relative = Path.GetRelativePath(scenario._source, file);
            if (!Results.Contains(relative))
            {
                scenario.Put(relative, File.ReadAllText(file));
            }
        }

        scenario.PutIfThere("before.tenant.json", ".reconciler/demo/tenant.json");
        scenario.PutIfThere("before.bindings.json", ".reconciler/demo/bindings.json");
        if (!File.Exists(Path.Combine(scenario.Folder, "reconciler.yaml")))
        {
            scenario.Put("reconciler.yaml", "version: 1\ntenants: { demo: { adapter: embedded } }\n");
        }

        return scenario;
    }

    /// <summary>Runs a command in the folder, with what <c>arguments.txt</c> adds to every command.</summary>
    public Task<TestRun> RunAsync(params string[] arguments)
    {
        var more = Path.Combine(_source, "arguments.txt");
        return _cli.RunAsync([.. arguments, .. File.Exists(more) ? File.ReadAllText(more).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries) : []]);
    }

    public string Read(string relative) => File.ReadAllText(Path.Combine(Folder, relative));

    /// <summary>The embedded tenant's file; null where there is none yet.</summary>
    public string? State() => File.Exists(Path.Combine(Folder, ".reconciler/demo/tenant.json")) ? Read(".reconciler/demo/tenant.json") : null;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void PutIfThere(string from, string to)
    {
        var path = Path.Combine(_source, from);
        if (File.Exists(path))
        {
            Put(to, File.ReadAllText(path));
        }
    }

    private void Put(string relative, string content)
    {
        var path = Path.Combine(Folder, relative);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? Folder);
        File.WriteAllText(path, content);
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here) ?? "";
}
