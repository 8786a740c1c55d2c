using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Makes direct assignments, which the service does by request and in its own time (contract 8, 9).</summary>
internal sealed class AssignmentWriter(WriteSender sender, GraphHttp http, GraphPages pages)
{
    /// <summary>The id of the assignment, or of the request where it begins only later.</summary>
    public async Task<string> CreateAsync(DirectAssignment wanted, string packageId, string doing, CancellationToken cancellationToken)
    {
        var targetId = wanted.User.Id ?? throw new InvalidOperationException($"{wanted.User} has no id yet.");
        if (await FindAsync(packageId, targetId, doing, cancellationToken) is { } there)
        {
            return there;
        }

        var request = await RequestAsync(wanted, packageId, targetId, doing, cancellationToken);
        var patience = Patience.ForEffects(http.Time);
        while (!AssignmentRequestWire.IsDone(request))
        {
            if (AssignmentRequestWire.Failure(request) is { } why)
            {
                throw GraphRefusal.Refused(doing, why);
            }

            if (!await patience.WaitAsync(cancellationToken))
            {
                throw GraphRefusal.NotVisibleInTime(doing, $"the request {request.Id()} is still {request.Text("state")}");
            }

            request = await http.GetAsync(GraphPath.AssignmentRequest(request.Id()), doing, cancellationToken);
        }

        return await FindAsync(packageId, targetId, doing, cancellationToken) ?? request.Id();
    }

    private async Task<string?> FindAsync(string packageId, string targetId, string doing, CancellationToken cancellationToken)
    {
        var filter = OData.Filter($"accessPackage/id eq {OData.Literal(packageId)} and target/objectId eq {OData.Literal(targetId)}");
        var listed = await pages.ListAsync($"{GraphPath.Assignments}?{filter}&$expand=target,accessPackage", doing, cancellationToken);
        return listed.Find(assignment => AssignmentWire.HasNotEnded(assignment))?.Id();
    }

    private async Task<JsonObject> RequestAsync(
        DirectAssignment wanted, string packageId, string targetId, string doing, CancellationToken cancellationToken)
    {
        var body = AssignmentRequestWire.From(wanted, packageId, targetId);
        var call = GraphCall.Post(GraphPath.AssignmentRequests, doing, body);
        return await sender.SendAsync(call, [packageId, wanted.Policy.Value.Id], LookAsync, looksWhenRefused: true, cancellationToken);

        // One that is there, or on its way, is refused in words that nobody publishes: it is as good as ours.
        async Task<JsonObject?> LookAsync()
        {
            // The request first: an assignment that is on its way is listed too, and may never arrive.
            var filter = OData.Filter($"accessPackage/id eq {OData.Literal(packageId)}");
            var url = $"{GraphPath.AssignmentRequests}?{filter}&$expand=assignment($expand=target)";
            if ((await pages.ListAsync(url, doing, cancellationToken)).Find(request => AssignmentRequestWire.IsOpenFor(request, targetId)) is { } open)
            {
                return open;
            }

            return await FindAsync(packageId, targetId, doing, cancellationToken) is { } there ? new JsonObject { ["id"] = there, ["state"] = "delivered" } : null;
        }
    }
}
