using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reconciler.Benchmarks.Serving;

/// <summary>What was asked of the served tenant, as its log of requests has it. What went to the place that gives tokens is no request of Graph.</summary>
internal sealed partial class WireLog
{
    private static readonly string[] ReadByPost = ["/$batch", "/directoryObjects/getByIds"];

    private readonly IReadOnlyList<Request> _requests;

    private WireLog(IReadOnlyList<Request> requests, int signIns) => (_requests, SignIns) = (requests, signIns);

    public int SignIns { get; }

    /// <summary>Over the wire, where a batch is one.</summary>
    public int Count => _requests.Count;

    /// <summary>With those inside of batches in the place of the batches.</summary>
    public int Parts => _requests.Sum(request => Math.Max(request.Inner.Count, 1));

    /// <summary>Over the wire, inside of batches or not.</summary>
    public int Writes => _requests.Sum(request => request.Writes);

    /// <summary>Those from the first that writes on: what applying took, and planning again.</summary>
    public int SinceFirstWrite => _requests.SkipWhile(request => request.Writes == 0).Count();

    /// <summary>Answers that were refusals, inside of batches too: what came to nothing, or had to be asked again.</summary>
    public int Refused => _requests.Sum(request => request.Refused);

    /// <summary>The longest time between the first write and the last in which nothing was asked: an answer's end to the next request's beginning.</summary>
    public TimeSpan LongestPause
    {
        get
        {
            var (first, last) = (_requests.Index().FirstOrDefault(one => one.Item.Writes > 0).Index, _requests.Index().LastOrDefault(one => one.Item.Writes > 0).Index);
            var (busyUntil, longest) = (DateTimeOffset.MaxValue, TimeSpan.Zero);
            foreach (var request in _requests.Take(first..(last + 1)).OrderBy(request => request.Begun))
            {
                longest = request.Begun - busyUntil > longest ? request.Begun - busyUntil : longest;
                busyUntil = busyUntil == DateTimeOffset.MaxValue || request.Ended > busyUntil ? request.Ended : busyUntil;
            }

            return longest;
        }
    }

    public static WireLog Of(JsonArray log)
    {
        var (graph, others) = (new List<Request>(), 0);
        foreach (var line in log.OfType<JsonObject>())
        {
            var path = Text(line, "path");
            if (path.StartsWith("/v1.0/", StringComparison.Ordinal) || path.StartsWith("/beta/", StringComparison.Ordinal))
            {
                graph.Add(Read(line));
            }
            else if (!path.StartsWith("/emulator/", StringComparison.Ordinal))
            {
                others++;
            }
        }

        return new WireLog(graph, others);
    }

    /// <summary>Kinds of requests and how many there were of each, the most frequent first.</summary>
    public IEnumerable<string> Kinds() => _requests
        .SelectMany(request => request.Inner.Count > 0 ? [request, .. request.Inner.Select(inner => inner with { Method = "  inner " + inner.Method })] : (IEnumerable<Request>)[request])
        .CountBy(request => $"{request.Method} {Pattern(request.Path)} {request.Status}")
        .OrderByDescending(pair => pair.Value)
        .Select(pair => $"{pair.Value,6} {pair.Key}");

    // Without what differs from one request of a kind to the next.
    private static string Pattern(string path) => Identifier().Replace(path.Split('?')[0], "…");

    private static Request Read(JsonObject line) => new(Text(line, "method"), Text(line, "path"), line["status"]?.GetValue<int>() ?? 0)
    {
        Ended = line["at"] is { } at ? DateTimeOffset.Parse(at.GetValue<string>(), CultureInfo.InvariantCulture) : default,
        Took = TimeSpan.FromMilliseconds(line["durationMs"]?.GetValue<double>() ?? 0),
        Inner = [.. (line["requests"] as JsonArray ?? []).OfType<JsonObject>().Select(Read)],
    };

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", RegexOptions.IgnoreCase, 1_000)]
    private static partial Regex Identifier();

    private static string Text(JsonObject line, string member) => line[member]?.GetValue<string>() ?? "";

    private sealed record Request(string Method, string Path, int Status)
    {
        public DateTimeOffset Ended { get; init; }

        public TimeSpan Took { get; init; }

        public IReadOnlyList<Request> Inner { get; init; } = [];

        public DateTimeOffset Begun => Ended - Took;

        public int Writes => Inner.Count > 0 ? Inner.Sum(inner => inner.Writes) : Method is "GET" or "HEAD" || ReadByPost.Any(Path.Split('?')[0].EndsWith) ? 0 : 1;

        public int Refused => Inner.Count > 0 ? Inner.Sum(inner => inner.Refused) : Status is >= 200 and < 300 ? 0 : 1;
    }
}
