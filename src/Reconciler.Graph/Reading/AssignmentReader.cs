using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>Reads who holds access packages (contract 9).</summary>
internal sealed class AssignmentReader(GraphPages pages)
{
    public async Task<EquatableArray<Assignment>> ReadAsync(IEnumerable<string> packageIds, CancellationToken cancellationToken)
    {
        var assignments = new List<Assignment>();
        foreach (var id in packageIds.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            var url = $"{GraphPath.Assignments}?{OData.Filter($"accessPackage/id eq {OData.Literal(id)}")}&$expand=target,assignmentPolicy,accessPackage";
            var listed = await pages.ListAsync(url, $"reading the assignments of the access package {id}", cancellationToken);
            assignments.AddRange(listed.Where(AssignmentWire.HasNotEnded).Select(assignment => AssignmentWire.ToAssignment(assignment, id)));
        }

        return assignments.ToEquatableArray();
    }
}
