using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The keys by which an entity takes its settings from a template.</summary>
public static class TemplateUse
{
    public const string Template = "template";

    /// <summary>A mapping of the template's parameters to values of any kind.</summary>
    public const string With = "with";

    public static ImmutableArray<string> Keys { get; } = [Template, With];

    /// <summary>The kinds of entity that have templates.</summary>
    public static bool IsIn(EntityKind kind) => Language.Documents.Any(table => table.Settings?.Kind == kind);
}
