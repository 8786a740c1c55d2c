using Reconciler.Declarations.Exporting;

namespace Reconciler.Cli.Running;

/// <summary>Writes files that are not there yet: all of them or, where one can't be, none.</summary>
internal static class NewFiles
{
    public static void Write(string folder, IEnumerable<PolicyFile> files, CancellationToken cancellationToken)
    {
        List<string> written = [];
        try
        {
            foreach (var file in files)
            {
                cancellationToken.ThrowIfCancellationRequested();
                var path = Path.Combine(folder, file.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);

                // Written beside and renamed: a policy file that is cut off would be taken for a whole one.
                var beside = $"{path}.{Environment.ProcessId}.new";
                written.Add(beside);
                File.WriteAllText(beside, file.Text);
                File.Move(beside, path, overwrite: false);
                written[^1] = path;
            }
        }
        catch
        {
            foreach (var path in written)
            {
                File.Delete(path);
            }

            throw;
        }
    }
}
