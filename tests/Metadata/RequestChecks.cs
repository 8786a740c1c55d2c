using System.Text.Json.Nodes;

namespace Reconciler.Tests.Metadata;

/// <summary>Holds a request against Graph's metadata.</summary>
internal sealed class RequestChecks(GraphMetadata metadata)
{
    private const string EntitlementManagement = "/identityGovernance/";
    private const string VerifiedId = "/identityGovernance/entitlementManagement/assignmentPolicies/";

    /// <summary>What is wrong with it, a sentence each.</summary>
    /// <param name="request">What is sent.</param>
    /// <param name="hasCome">Whether a name or a literal has come in an answer before: what nobody models goes back as it came.</param>
    public IEnumerable<string> Check(SentRequest request, Func<string, bool> hasCome)
    {
        if (request.Version == "beta")
        {
            // The one look at beta: Verified ID is invisible on v1.0 (contract 7.1).
            return request.Method == "GET" && request.Path.StartsWith(VerifiedId, StringComparison.Ordinal) ? [] : ["only Verified ID is looked at in beta, and only read"];
        }

        if (Departures.IsKnownPath(request.Path))
        {
            return request.IsWrite ? ["it is only read"] : [];
        }

        if (new RequestPath(metadata).Follow(Uri.UnescapeDataString(request.Path), out var why) is not { } destination)
        {
            return [why ?? "the metadata knows no such path"];
        }

        var isManagement = request.Path.StartsWith(EntitlementManagement, StringComparison.Ordinal);
        return Method(request, destination)
            .Concat(new RequestQuery(metadata).Check(request.Query, destination.At, isManagement))
            .Concat(Body(request, destination).Where(complaint => !Departures.IsKnownMember(complaint) && !(complaint.Word is { } word && hasCome(word)))
                .Select(complaint => $"{complaint.Place}: {complaint.What}"));
    }

    private static IEnumerable<string> Method(SentRequest request, Destination destination) =>
        (request.Method, destination.Operation is not null, destination.At.IsCollection || destination.IsReference) switch
        {
            ("GET", false, _) => [],
            ("POST", true, _) or ("POST", false, true) => [],
            ("PATCH" or "PUT" or "DELETE", false, false) => [],
            ("DELETE", false, true) when destination.IsReference => [],
            _ => [$"nothing there takes a {request.Method}"],
        };

    private IEnumerable<Complaint> Body(SentRequest request, Destination destination)
    {
        var checks = new RequestBody(metadata);
        return (request.Body, destination) switch
        {
            (null, { Operation: null, IsReference: false }) when request.Method is "POST" or "PUT" or "PATCH" => [new Complaint("", "there is no body", null)],
            (null, _) => [],
            (JsonObject body, { Operation: { } parameters }) => checks.Check(body, parameters),
            (JsonObject body, { IsReference: true }) => Reference(body),
            ({ } body, _) => checks.Check(body, destination.At with { IsCollection = false, IsNullable = false }),
        };
    }

    // A link names its target by its address, which is on the same path as any other.
    private IEnumerable<Complaint> Reference(JsonObject body)
    {
        if (body.Count != 1 || body["@odata.id"]?.GetValue<string>() is not { } address || !Uri.TryCreate(address, UriKind.Absolute, out var url))
        {
            return [new Complaint("", "a reference has an @odata.id and nothing else", null)];
        }

        var path = string.Concat(url.Segments.Skip(2).Prepend("/"));
        return new RequestPath(metadata).Follow(Uri.UnescapeDataString(path), out var why) is { At.IsCollection: false } ? [] : [new Complaint("/@odata.id", why ?? "it names a list", null)];
    }
}
