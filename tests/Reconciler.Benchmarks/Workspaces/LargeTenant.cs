using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks.Workspaces;

/// <summary>An embedded tenant that somebody filled by hand, in a workspace that declares nothing of it.</summary>
internal static class LargeTenant
{
    private const int PerCatalog = 500;

    /// <summary>Writes it; the workspace's folder.</summary>
    public static string Write(int packages)
    {
        var folder = Path.Combine(Checkout.Artifacts, $"tenant-{packages}");
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        var tenant = new WideTenant(packages, Policies: packages, Catalogs: (packages + PerCatalog - 1) / PerCatalog, GroupsEach: 40);
        Directory.CreateDirectory(Path.Combine(folder, ".reconciler", "demo"));
        File.WriteAllText(Path.Combine(folder, "reconciler.yaml"), "version: 1\ntenants: { demo: { adapter: embedded } }\n");
        File.WriteAllText(Path.Combine(folder, ".reconciler", "demo", "tenant.json"), tenant.State().ToJsonString());
        return folder;
    }
}
