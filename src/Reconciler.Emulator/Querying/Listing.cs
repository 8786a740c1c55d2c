using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>A collection a client can ask for, and the paths its <c>$filter</c> may use (contract 1.3 and 15).</summary>
internal sealed record Listing(string TypeName, IEnumerable<Entity> Entities, params IReadOnlyList<string> Filterable)
{
    /// <summary>Finds the entities whose property of this path has this value without walking all of them; null where only walking helps.</summary>
    public Func<string, string, IEnumerable<Entity>?>? Narrow { get; init; }

    /// <summary>Which of what is gone belonged to the collection; null is none.</summary>
    public Func<Entity, bool>? Departed { get; init; }

    /// <summary>Navigations that are not expanded here, whatever is asked.</summary>
    public IReadOnlyList<string> LeftOut { get; init; } = [];

    /// <summary>Members sent when none is selected; none means all.</summary>
    public IReadOnlyList<string> DefaultSelect { get; init; } = [];
}
