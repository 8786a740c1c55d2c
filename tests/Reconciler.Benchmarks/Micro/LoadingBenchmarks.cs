using BenchmarkDotNet.Attributes;
using Reconciler.Benchmarks.Workspaces;
using Reconciler.Benchmarks.Yardsticks;
using Reconciler.Declarations;

namespace Reconciler.Benchmarks.Micro;

/// <summary>Loading and checking by themselves, with what each leaves to the collector.</summary>
[MemoryDiagnoser]
[InProcess]
public class LoadingBenchmarks
{
    private LargeWorkspace? _workspace;
    private LoadResult? _loaded;

    private LargeWorkspace Workspace => _workspace ?? throw new InvalidOperationException("The workspace was not written.");

    [GlobalSetup]
    public void Write()
    {
        _workspace = LargeWorkspace.Write(new WorkspaceLayout(1_000, PerFile: 1, Tenants: 1));
        _loaded = DeclarationLoader.Load(_workspace.Folder);
    }

    [Benchmark(Baseline = true)]
    public int Parse() => BareParser.Walk(Workspace.Files);

    [Benchmark]
    public LoadResult Load() => DeclarationLoader.Load(Workspace.Folder);

    [Benchmark]
    public int Check() => _loaded is { } loaded ? Checker.Check(loaded.Declared, loaded.Sources).Count : 0;
}
