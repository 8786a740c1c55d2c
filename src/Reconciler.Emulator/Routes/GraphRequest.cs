using System.Text.Json.Nodes;
using Reconciler.Emulator.Serving.Access;

namespace Reconciler.Emulator.Routes;

/// <summary>
/// A request as it came in: <see cref="Root"/> is scheme, host and <c>/v1.0</c>; <see cref="Path"/> and <see cref="Query"/> are still encoded.
/// </summary>
internal sealed record GraphRequest(HttpMethod Method, string Root, string Path, string Query, JsonNode? Body)
{
    /// <summary>Who asks; null inside the process, where everything is allowed.</summary>
    public Caller? Caller { get; init; }
}
