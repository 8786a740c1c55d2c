namespace Reconciler.Emulator.State.Logging;

/// <summary>Where an entity stands in a state: section and id, and for what stands in another one member and id once more, from the outside in.</summary>
internal static class Address
{
    public static IReadOnlyList<string> Of(Entity entity) => [.. Container(entity), entity.Id];

    public static IReadOnlyList<string> Container(Entity entity) =>
        entity.Parent is { } parent ? [.. Of(parent), entity.Navigation] : [entity.Section?.Name ?? ""];

    public static bool IsInTenant(Entity entity) => !entity.IsRemoved && (entity.Parent is { } parent ? IsInTenant(parent) : entity.Section is not null);

    /// <summary>How many stand before it. What is new stands last, so the search begins there.</summary>
    public static int PositionOf(Entity entity)
    {
        IReadOnlyList<Entity> siblings = entity.Parent is { } parent ? parent.Children(entity.Navigation) : entity.Section ?? (IReadOnlyList<Entity>)[];
        var position = siblings.Count - 1;
        while (position >= 0 && siblings[position] != entity)
        {
            position--;
        }

        return position;
    }
}
