using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Reconciler.Declarations.Reading;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Schemas;

/// <summary>What is said about a key where somebody points at it.</summary>
internal static class FieldWords
{
    public static void Describe(JsonObject schema, Field field)
    {
        string?[] more =
        [
            field.IsRequired ? "Needed." : DefaultWords.Of(field) is { } @default ? $"Left out: {@default}." : null,
            field.IsFixed ? "Fixed once it is made." : null,
            field.Portal.Length == 0 ? null : $"In the portal: **{field.Portal}**",
            Members(field.Graph),
        ];
        Describe(schema, field.Doc, [.. more.OfType<string>()]);
    }

    public static void Describe(JsonObject schema, string doc, params ImmutableArray<string> more)
    {
        schema["description"] = doc;
        schema["markdownDescription"] = string.Join("\n\n", more.Prepend(doc));
    }

    private static string? Members(ImmutableArray<string> members) =>
        members.IsEmpty ? null : $"In Microsoft Graph: {string.Join(", ", members.Select(member => $"`{member}`"))}.";
}
