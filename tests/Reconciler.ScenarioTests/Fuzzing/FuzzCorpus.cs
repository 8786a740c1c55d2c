using Reconciler.ScenarioTests.Gallery;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>The files that mutations begin with: the example, the scenarios and the gallery.</summary>
internal sealed class FuzzCorpus
{
    private const int Longest = 20_000;

    public FuzzCorpus()
    {
        var files = new[] { Path.Combine(Checkout.Root, "policies-example"), Scenario.Root, Exhibit.Root }
            .SelectMany(root => Directory.EnumerateFiles(root, "*.yaml", new EnumerationOptions { RecurseSubdirectories = true, MaxRecursionDepth = 6 }))
            .Where(path => new FileInfo(path) is { LinkTarget: null, Length: > 0 and < Longest } && !path.Contains("/.reconciler/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => (Name: Path.GetFileName(path), Bytes: File.ReadAllBytes(path)))
            .ToList();
        Workspaces = [.. files.Where(file => file.Name == "reconciler.yaml").Select(file => file.Bytes)];
        Seeds = [.. files.Where(file => file.Name == "directory.yaml").Select(file => file.Bytes)];
        Policies = [.. files.Where(file => file.Name is not ("reconciler.yaml" or "directory.yaml")).Select(file => file.Bytes)];
    }

    public IReadOnlyList<byte[]> Policies { get; }

    public IReadOnlyList<byte[]> Workspaces { get; }

    public IReadOnlyList<byte[]> Seeds { get; }
}
