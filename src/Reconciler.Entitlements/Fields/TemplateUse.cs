using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The keys by which an entity takes its settings from a template.</summary>
public static class TemplateUse
{
    public const string Template = "template";

    /// <summary>A mapping of the template's parameters to values of any kind.</summary>
    public const string With = "with";

    public static ImmutableArray<TemplateKey> Described { get; } =
    [
        new(Template, Shapes.Name, $"The template that it takes its settings from; what is written here replaces the template's, each key as a whole, and `{TemplateYaml.GiveBack}` gives one back."),
        new(With, new Shape.Values("parameter"), "What the template's parameters stand for, each by its name."),
    ];

    public static ImmutableArray<string> Keys { get; } = [.. Described.Select(key => key.Key)];

    /// <summary>The kinds of entity that have templates.</summary>
    public static bool IsIn(EntityKind kind) => Language.Documents.Any(table => table.Settings?.Kind == kind);
}

/// <summary>A key that says how a template is used.</summary>
public sealed record TemplateKey(string Key, Shape Shape, string Doc);
