using Reconciler.Declarations.Exporting;

namespace Reconciler.Cli.Running;

/// <summary>Writes files that are not there yet: all of them or, where one can't be, none.</summary>
internal sealed class NewFiles(string folder)
{
    private readonly List<string> _written = [];

    /// <summary>Writes them.</summary>
    /// <param name="replaced">A file that may be there already, and is replaced once all others are there.</param>
    public void Write(IEnumerable<PolicyFile> files, PolicyFile? replaced, CancellationToken cancellationToken)
    {
        try
        {
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Put(file, replaces: false);
            }

            if (replaced is not null)
            {
                Put(replaced, replaces: true);
            }
        }
        catch
        {
            _written.ForEach(File.Delete);
            throw;
        }
    }

    // Written beside and renamed: a policy file that is cut off would be taken for a whole one.
    private void Put(PolicyFile file, bool replaces)
    {
        var path = Path.Combine(folder, file.Path);
        var place = Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        if (place.LinkTarget is not null && place.FullName != Path.GetFullPath(folder))
        {
            throw new IOException($"'{place.FullName}' is a link to another folder.");
        }

        var beside = $"{path}.{Environment.ProcessId}.new";
        _written.Add(beside);
        File.WriteAllText(beside, file.Text);
        File.Move(beside, path, replaces);
        _written[^1] = path;
    }
}
