using System.Collections.Immutable;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Tells which entity a target means, and which of its settings can be named.</summary>
internal static class TargetReader
{
    /// <summary>The key; null and a finding where the target names no entity.</summary>
    public static EntityKey? KeyOf(TargetYaml target, WrittenDocument document, SourceSpan where) => KeyOf(target, document.Keys.Find("target")?.Value, where, document.Own);

    /// <summary>The same of a target that stands in no document of its own.</summary>
    public static EntityKey? KeyOf(TargetYaml target, YamlNode? written, SourceSpan where, Findings findings)
    {
        var key = target.ToKey();
        if (key is null)
        {
            var keys = written is YamlNode.Mapping mapping ? mapping.Entries.Select(entry => entry.Key.Text) : [];
            findings.Add(LoadDiagnostics.NoTarget(where, [.. keys], TargetYaml.Forms.Select(form => form.Fields.Select(Example))));
        }

        return key;
    }

    /// <summary>Tells of a reason that is none.</summary>
    public static void CheckReason(string reason, WrittenDocument document)
    {
        if (string.IsNullOrWhiteSpace(reason) && document.Keys.Find("reason") is { } written)
        {
            document.Own.Add(LoadDiagnostics.EmptyText(written.Value.Where));
        }
    }

    /// <summary>The settings of a kind, and those within a section of them.</summary>
    public static ImmutableArray<string> FieldsOf(EntityKind kind) =>
        [.. Language.Tables.Where(table => table.Kind == kind).SelectMany(table => table.Settings).SelectMany(field => Sections(field).Prepend(field.Key))];

    /// <summary>Of a mapping whose keys are managed each by itself those keys; a mapping that is managed whole has none.</summary>
    private static IEnumerable<string> Sections(Field field)
    {
        if (field.Shape is not Shape.Group group)
        {
            return [];
        }

        var blank = group.Blank();
        return group.Fields.Any(inner => inner.Get(blank) is not null) ? [] : group.Fields.Select(inner => $"{field.Key}.{inner.Key}");
    }

    private static string Example(Field field) => field.Shape is Shape.Truth ? $"{field.Key}: true" : $"{field.Key}: …";
}
