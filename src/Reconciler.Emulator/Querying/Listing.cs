using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>A collection a client can ask for, and the paths its <c>$filter</c> may use (contract 1.3 and 15).</summary>
internal sealed record Listing(string TypeName, IEnumerable<Entity> Entities, params IReadOnlyList<string> Filterable)
{
    /// <summary>Members sent when none is selected; none means all.</summary>
    public IReadOnlyList<string> DefaultSelect { get; init; } = [];
}
