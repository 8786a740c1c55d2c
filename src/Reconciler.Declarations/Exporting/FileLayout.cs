using Reconciler.Declarations.Files;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>Lays entities out in files: what is the tenant's own, then a folder a catalog, a file an access package.</summary>
internal sealed class FileLayout(string root, IEnumerable<string> taken)
{
    private const string Extension = ".yaml";

    private readonly FileNames _names = new(taken);
    private readonly Dictionary<string, string> _folders = new(NameComparer.Instance);

    /// <summary>The folder below which the workspace looks for policy files of every name; null where its patterns have no such.</summary>
    public static string? RootOf(Workspace workspace)
    {
        foreach (var pattern in workspace.Files)
        {
            var segments = pattern.Split('/').Where(segment => segment is not ("" or ".")).ToArray();
            var folders = segments.TakeWhile(segment => !segment.AsSpan().ContainsAny('*', '?')).ToArray();
            var root = string.Concat(folders.Select(folder => folder + "/"));
            if (folders.Length < segments.Length && Matches(pattern, $"{root}a/b{Extension}") && Matches(pattern, $"{root}a{Extension}"))
            {
                return root;
            }
        }

        return null;
    }

    /// <summary>The file of a document and what it is called in a list of files, in the order in which the files are made.</summary>
    public string PathOf(WritableEntity entity) => entity.Key switch
    {
        { Kind: EntityKind.Settings or EntityKind.TenantRoles } => $"{root}tenant{Extension}",
        { Kind: EntityKind.ConnectedOrganization } key => _names.Free($"{root}organizations/", key.Name, "organization", Extension),
        { Kind: EntityKind.Catalog } key => _names.Free(FolderOf(key.Name), "catalog", "catalog", Extension),
        var key => _names.Free(FolderOf(key.Path[0]), key.Name, "access-package", Extension),
    };

    /// <summary>The file of templates.</summary>
    public string Templates() => _names.Free(root, "templates", "templates", Extension);

    private string FolderOf(string catalog)
    {
        if (!_folders.TryGetValue(catalog, out var folder))
        {
            // A folder of this name belongs to the organizations.
            _folders[catalog] = folder = _names.Free(root, NameComparer.Fold(catalog) == "ORGANIZATIONS" ? "organizations-catalog" : catalog, "catalog", "") + "/";
        }

        return folder;
    }

    private static bool Matches(string pattern, string path)
    {
        var compiled = new FilePattern(pattern);
        var places = path.Split('/').Aggregate(compiled.Start, (at, name) => compiled.Advance(at, name));
        return compiled.IsMatch(places, isFolder: false);
    }
}
