using System.Text.Json.Nodes;

namespace Reconciler.Graph.Http;

/// <summary>One request to Graph. <paramref name="Doing"/> is what it is for, as a message says it: "reading the catalogs".</summary>
internal sealed record GraphCall(HttpMethod Method, string Url, string Doing, JsonNode? Body = null)
{
    /// <summary>Whether sending it twice does no more than sending it once.</summary>
    public bool IsRepeatable { get; init; } = Method != HttpMethod.Post;

    /// <summary>Whether it asks for something, by whatever method.</summary>
    public bool IsRead { get; init; } = Method == HttpMethod.Get;

    /// <summary>Finds what the call makes, once that is there; null where sending it twice makes nothing twice. Asked before the call is sent again.</summary>
    public Func<Task<JsonObject?>>? LookAsync { get; init; }

    public static GraphCall Get(string url, string doing) => new(HttpMethod.Get, url, doing);

    public static GraphCall Delete(string url, string doing) => new(HttpMethod.Delete, url, doing);

    public static GraphCall Post(string url, string doing, JsonNode body) => new(HttpMethod.Post, url, doing, body);

    public static GraphCall Patch(string url, string doing, JsonNode body) => new(HttpMethod.Patch, url, doing, body);

    public static GraphCall Put(string url, string doing, JsonNode body) => new(HttpMethod.Put, url, doing, body);

    /// <summary>A read that Graph takes as a POST.</summary>
    public static GraphCall ReadByPost(string url, string doing, JsonNode body) => new(HttpMethod.Post, url, doing, body) { IsRepeatable = true, IsRead = true };
}
