using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>
/// A workspace as a large company would have it: <c>policies/catalog-NNN/catalog.yaml</c>, and the packages of the catalog in files beside it,
/// each with one or two policies.
/// </summary>
internal sealed class LargeWorkspace
{
    private LargeWorkspace(string folder, IReadOnlyList<string> files) => (Folder, Files) = (folder, files);

    public string Folder { get; }

    /// <summary>Full paths of all its YAML files.</summary>
    public IReadOnlyList<string> Files { get; }

    /// <summary>Writes the workspace below a folder of the checkout that is ignored; what was there before is replaced.</summary>
    public static LargeWorkspace Write(WorkspaceLayout layout)
    {
        var folder = Path.Combine(Checkout.Artifacts, $"workspace-{layout.Packages}-{layout.PerFile}-{layout.Tenants}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        List<string> files = [Put(Path.Combine(folder, "reconciler.yaml"), WorkspaceText.Reconciler(layout.Tenants))];
        for (var catalog = 0; catalog < layout.Catalogs; catalog++)
        {
            var below = Path.Combine(folder, "policies", $"catalog-{catalog:000}");
            files.Add(Put(Path.Combine(below, "catalog.yaml"), WorkspaceText.Catalog(catalog)));
            var count = Math.Min(WorkspaceLayout.PerCatalog, layout.Packages - (catalog * WorkspaceLayout.PerCatalog));
            foreach (var together in Enumerable.Range(0, count).Chunk(layout.PerFile))
            {
                var documents = together.Select(package => PackageText.Of(catalog, package, hasVariables: layout.Tenants > 1));
                files.Add(Put(Path.Combine(below, $"package-{together[0]:000}.yaml"), string.Join("---\n", documents)));
            }
        }

        return new LargeWorkspace(folder, files);
    }

    private static string Put(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? path);
        File.WriteAllText(path, text);
        return path;
    }
}
