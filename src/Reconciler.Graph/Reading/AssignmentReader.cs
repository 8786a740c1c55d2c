using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads who holds access packages (contract 9).</summary>
internal sealed class AssignmentReader(GraphPages pages)
{
    public async Task<EquatableArray<Assignment>> ReadAsync(IEnumerable<string> packageIds, CancellationToken cancellationToken)
    {
        var ids = packageIds.Distinct(StringComparer.OrdinalIgnoreCase).ToList();
        var assignments = new List<Assignment?>[ids.Count];
        await ReadingLimit.EachAsync(ids, async (id, index, token) => assignments[index] = await ReadAsync(id, token), cancellationToken);
        return assignments.SelectMany(list => list).OfType<Assignment>().ToEquatableArray();
    }

    private Task<List<Assignment?>> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var filter = OData.Filter($"accessPackage/id eq {OData.Literal(id)}");
        var url = $"{GraphPath.Assignments}?{filter}&$expand=target,assignmentPolicy,accessPackage";
        return pages.ListAsync(
            url,
            $"reading the assignments of the access package {id}",
            assignment => AssignmentWire.HasNotEnded(assignment) ? AssignmentWire.ToAssignment(assignment, id) : null,
            cancellationToken);
    }
}
