using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Routes;

/// <summary>What a route answers: a status and, mostly, a body.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject? Body)
{
    public static readonly Answer NoContent = new(HttpStatusCode.NoContent, null);

    /// <summary>The header of this name, as text; null sends none.</summary>
    public string? RetryAfter { get; init; }

    public bool IsSuccess => (int)Status < 300;
}
