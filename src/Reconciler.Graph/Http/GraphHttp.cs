using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>Sends calls and reads answers. What can be repeated is, while the service is busy (contract 1.6).</summary>
internal sealed class GraphHttp
{
    // Without it newer literals arrive as unknownFutureValue and would be written back as that.
    public const string Preference = "Prefer";
    public const string NewerLiterals = "include-unknown-enum-members";

    private readonly GraphOptions _options;
    private readonly GraphRetries _retries;
    private readonly Licences _licences;

    public GraphHttp(HttpClient http, GraphOptions options)
    {
        Root = http.BaseAddress is { } root && root.AbsolutePath.EndsWith('/')
            ? root
            : throw new ArgumentException("The client needs a base address that ends with a slash: https://graph.microsoft.com/v1.0/.", nameof(http));
        var sender = new GraphSender(http, options);
        (_options, _retries, _licences) = (options, new GraphRetries(sender, options), new Licences(sender));
    }

    public TimeProvider Time => _options.Time;

    public int MostAttempts => _options.MostAttempts;

    public Uri Root { get; }

    /// <summary>The answer's object; an empty one where nothing was answered.</summary>
    public async Task<JsonObject> SendAsync(GraphCall call, CancellationToken cancellationToken) =>
        Parse(call, (await AskAsync(call, cancellationToken)).Body);

    /// <summary>The answer as it came, parsed where it lies; to be disposed of. An object without members where nothing was answered.</summary>
    /// <param name="references">What it names without a name, where a tenant is read.</param>
    public async Task<WireDocument> ReadAsync(GraphCall call, UnnamedReferences? references, CancellationToken cancellationToken)
    {
        var body = (await AskAsync(call, cancellationToken)).Body;
        try
        {
            var document = body.IsEmpty ? WireDocument.Of("{}"u8.ToArray(), references) : WireDocument.Take(body, references);
            if (document.Root.IsObject)
            {
                return document;
            }

            document.Dispose();
            throw new JsonException("It is no object.");
        }
        catch (JsonException why)
        {
            throw GraphRefusal.NoJson(call.Doing, why);
        }
    }

    public Task<JsonObject> GetAsync(string url, string doing, CancellationToken cancellationToken) =>
        SendAsync(GraphCall.Get(url, doing), cancellationToken);

    /// <summary>The object, or null where the service says that there is none.</summary>
    public async Task<JsonObject?> FindAsync(string url, string doing, CancellationToken cancellationToken)
    {
        try
        {
            return await GetAsync(url, doing, cancellationToken);
        }
        catch (TenantException trouble) when (trouble.Status == GraphRefusal.NotFound)
        {
            return null;
        }
    }

    /// <summary>What was answered to a call that succeeded, as it came. Every other way to ask goes through this one.</summary>
    public async Task<GraphAnswer> AskAsync(GraphCall call, CancellationToken cancellationToken)
    {
        var repetition = new Repetition(call, _options.NewId?.Invoke().ToString());
        var attempt = await _retries.SendAsync(repetition, cancellationToken);
        if (repetition.TooLate is { } why)
        {
            throw GraphRefusal.TooLate(repetition, why);
        }

        if (attempt.Answer is not { } answer)
        {
            throw GraphRefusal.Unreachable(repetition, attempt.Lost);
        }

        // Half of a list, or a promise of one, looks like the absence of the rest.
        if (call.IsRead && answer is { IsSuccess: true, Status: not 200 })
        {
            throw GraphRefusal.Unreadable(call.Doing, $"Graph answered {answer.Status}, which is no whole answer.");
        }

        return answer.IsSuccess
            ? answer
            : throw GraphRefusal.From(repetition, answer, Licences.MayMatter(call, answer.Status) ? await _licences.SayAsync(cancellationToken) : "");
    }

    /// <summary>Waits before what is inside of a batch is asked again; false, at once, when the run has waited enough.</summary>
    public Task<bool> WaitAsync(TimeSpan? asked, int? status, int attempts, CancellationToken cancellationToken) =>
        _retries.WaitAsync(asked, status, attempts, cancellationToken);

    private static JsonObject Parse(GraphCall call, ReadOnlyMemory<byte> body)
    {
        try
        {
            return body.IsEmpty ? [] : WireNode.Parse(body.Span) as JsonObject ?? throw new JsonException("It is no object.");
        }
        catch (JsonException why)
        {
            throw call.IsRead ? GraphRefusal.NoJson(call.Doing, why) : GraphRefusal.LostIn(call, why);
        }
    }
}
