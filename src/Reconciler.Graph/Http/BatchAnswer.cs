using System.Text.Json.Nodes;

namespace Reconciler.Graph.Http;

/// <summary>What came of one request of a batch. Without a page it failed, or was not answered, and has to be asked alone.</summary>
internal sealed record BatchAnswer(string Url, int? Status, JsonObject? Page);
