namespace Reconciler.ScenarioTests;

/// <summary>An empty folder to try commands in; it goes with the test.</summary>
internal sealed class TryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("try-").FullName;

    public string Put(string relative, string content)
    {
        var path = System.IO.Path.Combine(Path, relative);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path) ?? Path);
        File.WriteAllText(path, content);
        return path;
    }

    public string Read(string relative) => File.ReadAllText(System.IO.Path.Combine(Path, relative));

    public bool Has(string relative) => System.IO.Path.Exists(System.IO.Path.Combine(Path, relative));

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
