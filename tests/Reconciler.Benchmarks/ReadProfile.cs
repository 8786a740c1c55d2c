using System.Buffers;
using System.Diagnostics;
using System.IO.Compression;
using Reconciler.Benchmarks.Measuring;
using Reconciler.Benchmarks.Replaying;
using Reconciler.Benchmarks.Yardsticks;
using Reconciler.Entitlements;
using Reconciler.Graph.Reading;
using Reconciler.Graph.Wire;

namespace Reconciler.Benchmarks;

/// <summary>Where the time of reading goes: what is done with the pages of packages, step by step on one thread and off the wire. The fastest of some turns.</summary>
internal static class ReadProfile
{
    private const int Turns = 5;

    private static readonly string[] Steps =
        ["unpack", "walk (the yardstick does these two)", "note where values lie", "look for cut lists", "make packages and policies", "name"];

    public static IEnumerable<IResult> Of(string what, Recording recording)
    {
        var pages = recording.Requests.Where(one => one.Url.Contains("/accessPackages?", StringComparison.Ordinal)).ToList();
        var fastest = Enumerable.Repeat(double.MaxValue, Steps.Length).ToArray();
        var allocated = new double[Steps.Length];
        for (var turn = 0; turn < Turns; turn++)
        {
            Measure(pages, fastest, allocated);
        }

        return Steps.Select((step, index) => new Figure($"{what}: on one thread: {step}", fastest[index], $"ms ({allocated[index]:0.#} MB allocated)", Bound: null));
    }

    private static void Measure(List<Recorded> pages, double[] fastest, double[] allocated)
    {
        var step = 0;
        void Do(Action work)
        {
            var (before, clock) = (GC.GetAllocatedBytesForCurrentThread(), Stopwatch.StartNew());
            work();
            fastest[step] = Math.Min(fastest[step], clock.Elapsed.TotalMilliseconds);
            allocated[step++] = (GC.GetAllocatedBytesForCurrentThread() - before) / 1e6;
        }

        var unpacked = pages.ConvertAll(page => ArrayPool<byte>.Shared.Rent(page.Bytes).AsMemory(0, page.Bytes));
        Do(() =>
        {
            for (var index = 0; index < pages.Count; index++)
            {
                using var stream = new GZipStream(new MemoryStream(pages[index].Compressed), CompressionMode.Decompress);
                stream.ReadExactly(unpacked[index].Span);
            }
        });
        Do(() => unpacked.ForEach(page => Drain.Walk(page.Span)));
        var cut = 0;
        var references = new UnnamedReferences();
        List<WireDocument> documents = [];
        Do(() => documents = unpacked.ConvertAll(page => WireDocument.Take(page, references)));
        Do(() => cut = documents.Sum(document => document.Root.Items("value").Count(item => item.MayBeCut())));
        var (memory, readings) = (new WireMemory(), new List<PackageReading>());
        Do(() => documents.ForEach(document =>
        {
            document.Memory = memory;
            readings.AddRange(document.Root.Items("value").Select(package => PackageReading.From(package, "a catalog", "c")));
        }));
        documents.ForEach(document => document.Dispose());
        Do(() =>
        {
            var found = references.Directory().ToDictionary(id => id, id => new Reference(ReferenceKind.Group, $"called {id}", id), StringComparer.OrdinalIgnoreCase);
            new TenantNames(new DirectoryNames(found, new HashSet<string>()), new Dictionary<string, Reference>(), _ => false).Name(references);
            _ = PackageReading.Entities(readings).ToEquatableArray();
        });
    }
}
