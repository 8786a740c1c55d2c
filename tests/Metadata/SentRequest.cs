using System.Text.Json.Nodes;

namespace Reconciler.Tests.Metadata;

/// <summary>A request as it was sent, those inside of a batch each for itself.</summary>
/// <param name="Version">The version's segment: <c>v1.0</c> or <c>beta</c>.</param>
/// <param name="Path">Below the version, as it stands: <c>/identityGovernance/…</c>.</param>
/// <param name="Query">With its question mark, or empty.</param>
internal sealed record SentRequest(string Method, string Version, string Path, string Query, JsonNode? Body)
{
    /// <summary>Whether it could change anything. The one POST that reads is known by name.</summary>
    public bool IsWrite => Method is not ("GET" or "HEAD") && !(Method == "POST" && Path == "/directoryObjects/getByIds");

    public override string ToString() => $"{Method} /{Version}{Path}{Query}";
}
