using System.Net;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Routes;

/// <summary>What a route answers: a status and, mostly, a body.</summary>
internal sealed record Answer(HttpStatusCode Status, JsonObject? Body)
{
    public static readonly Answer NoContent = new(HttpStatusCode.NoContent, null);

    public bool IsSuccess => (int)Status < 300;
}
