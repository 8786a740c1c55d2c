using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Messages;

/// <summary>What to do where a key or an item has no value: it depends on what an absent one would mean.</summary>
internal static class WriteValue
{
    public const string Always = "Write a value.";

    public const string OrTakeOut = "Write a value, or take the key out.";

    public const string OrTakeDefault = "Write a value, or take the key out: its default is taken then.";

    public const string OrLeave = "Write a value, or take the key out: an absent key is left as it is in the tenant.";

    /// <summary>For a list of entities, each of which is managed by itself.</summary>
    public static string Listed(EntityList list) => list.Kind == EntityKind.DirectAssignment
        ? $"List the {list.Key}. One that is no longer listed is left alone."
        : $"List the {list.Key}. One that was applied before and is no longer listed is deleted; one that nobody declared is left alone.";
}
