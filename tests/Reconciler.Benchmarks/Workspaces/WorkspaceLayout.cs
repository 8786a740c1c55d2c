namespace Reconciler.Benchmarks.Workspaces;

/// <summary>How a large workspace is laid out.</summary>
/// <param name="Packages">Access packages; a catalog for every two hundred.</param>
/// <param name="PerFile">Packages in one file, a document each.</param>
/// <param name="Tenants">One, or two of which each has variables, which one package in ten uses.</param>
internal sealed record WorkspaceLayout(int Packages, int PerFile, int Tenants)
{
    public const int PerCatalog = 200;

    public int Catalogs => (Packages + PerCatalog - 1) / PerCatalog;

    public override string ToString() =>
        $"{Packages} packages, {(PerFile == 1 ? "a file each" : $"{PerFile} a file")}, {(Tenants == 1 ? "1 tenant" : $"{Tenants} tenants")}";
}
