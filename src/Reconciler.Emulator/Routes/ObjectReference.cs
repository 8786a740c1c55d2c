using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Routes;

/// <summary>What a <c>$ref</c> points at: <c>{ "@odata.id": "https://…/v1.0/{collection}/{id}" }</c> (contract 5.1, 11).</summary>
internal sealed record ObjectReference(string Collection, string Id)
{
    private const string Member = "@odata.id";

    public static ObjectReference Read(JsonNode? body, params IReadOnlyList<string> collections)
    {
        if (body is not JsonObject { Count: 1 } source || Finding.Text(source, Member) is not { } address)
        {
            throw GraphErrorException.InvalidModel($"/{Member}: the body is this one member.");
        }

        var steps = address.TrimEnd('/').Split('/');
        var collection = steps.Length < 2 ? null : collections.FirstOrDefault(known => string.Equals(known, steps[^2], StringComparison.OrdinalIgnoreCase));
        return collection is null
            ? throw GraphErrorException.InvalidModel($"/{Member}: '{address}' is no address in {string.Join(" or ", collections)}.")
            : new(collection, Uri.UnescapeDataString(steps[^1]));
    }
}
