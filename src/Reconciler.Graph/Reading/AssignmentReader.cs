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
        var assignments = new List<Assignment>[ids.Count];
        var options = new ParallelOptions { MaxDegreeOfParallelism = TenantReader.MostAtOnce, CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, ids.Count, options, async (index, token) => assignments[index] = await ReadAsync(ids[index], token));
        return assignments.SelectMany(list => list).ToEquatableArray();
    }

    private async Task<List<Assignment>> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var filter = OData.Filter($"accessPackage/id eq {OData.Literal(id)}");
        var url = $"{GraphPath.Assignments}?{filter}&$expand=target,assignmentPolicy,accessPackage";
        var listed = await pages.ListAsync(url, $"reading the assignments of the access package {id}", cancellationToken);
        return [.. listed.Where(AssignmentWire.HasNotEnded).Select(assignment => AssignmentWire.ToAssignment(assignment, id))];
    }
}
