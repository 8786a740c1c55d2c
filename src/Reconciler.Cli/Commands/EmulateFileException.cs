namespace Reconciler.Cli.Commands;

/// <summary>A file that <c>emulate</c> was given and cannot use. The message says why.</summary>
internal sealed class EmulateFileException(string path, string why) : Exception(why)
{
    public string Path { get; } = path;
}
