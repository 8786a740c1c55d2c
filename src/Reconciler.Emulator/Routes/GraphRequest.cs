using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Access;

namespace Reconciler.Emulator.Routes;

/// <summary>
/// A request as it came in: <see cref="Root"/> is scheme, host and version; <see cref="Path"/> and <see cref="Query"/> are still encoded.
/// </summary>
internal sealed record GraphRequest(HttpMethod Method, string Root, string Path, string Query, JsonNode? Body)
{
    public bool IsBeta { get; init; }

    /// <summary>It came inside a batch (contract 1.7).</summary>
    public bool IsInBatch { get; init; }

    /// <summary>Who asks; null inside the process, where everything is allowed.</summary>
    public Caller? Caller { get; init; }
}
