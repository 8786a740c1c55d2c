using Reconciler.Declarations.Reading;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Documenting;

/// <summary>Says what it means to leave a key out.</summary>
internal static class LeftOutWords
{
    public static string OfSetting(EntityTable table, Field field) =>
        field.IsRequired ? "needed"
        : table.NeededToCreate.FirstOrDefault(keys => keys.Contains(field.Key)) is { IsDefaultOrEmpty: false } needed ? Needed(needed)
        : DefaultWords.Of(field) ?? "not managed";

    public static string Inside(Field field) =>
        field.IsRequired ? "needed"
        : field.Default is "" ? "none"
        : DefaultWords.Of(field) ?? (field.Item is null ? "not written" : "not managed");

    private static string Needed(IReadOnlyCollection<string> keys) =>
        keys.Count == 1 ? "needed when new" : $"needed when new: {string.Join(" or ", keys.Select(Markdown.Code))}";
}
