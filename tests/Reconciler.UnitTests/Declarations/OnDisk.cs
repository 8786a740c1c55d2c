namespace Reconciler.UnitTests.Declarations;

/// <summary>A workspace in a folder of its own, which goes with the test.</summary>
public sealed class OnDisk : IDisposable
{
    public OnDisk(string reconcilerYaml = "version: 1\n") => Write("reconciler.yaml", reconcilerYaml);

    public string Folder { get; } = Directory.CreateTempSubdirectory("rcn-").FullName;

    public string Path(string relative) => System.IO.Path.Combine(Folder, relative);

    public OnDisk Write(string relative, string text)
    {
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path(relative)) ?? Folder);
        File.WriteAllText(Path(relative), text);
        return this;
    }

    public OnDisk Catalog(string relative) => Write(relative, $"kind: Catalog\nname: {relative}\n");

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
