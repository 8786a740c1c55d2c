using System.Text.Json.Nodes;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Turns nodes into JSON: keys as written, <c>true</c> and <c>false</c> as such, every other scalar as text.</summary>
internal sealed class SeedJson(Findings findings)
{
    public JsonObject Of(YamlNode.Mapping mapping) =>
        new(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value, Quote.Of(entry.Key.Text)))));

    private JsonNode? Of(YamlNode node, string what)
    {
        switch (node)
        {
            case { IsNothing: true }:
                findings.Add(LoadDiagnostics.EmptyValue(node.Where, what, WriteValue.OrTakeOut));
                return null;
            case YamlNode.Scalar { IsQuoted: false, Text: "true" or "false" } truth:
                return JsonValue.Create(truth.Text == "true");
            case YamlNode.Scalar scalar:
                return Text(scalar);
            case YamlNode.Sequence sequence:
                return new JsonArray([.. sequence.Items.Select(item => Of(item, $"this item of {what}"))]);
            default:
                return Of((YamlNode.Mapping)node);
        }
    }

    private JsonValue Text(YamlNode.Scalar scalar)
    {
        if (TextRules.FirstForbidden(scalar.Text, isName: false) is { } character)
        {
            findings.Add(LoadDiagnostics.ForbiddenCharacter(scalar.Where, character));
        }

        return JsonValue.Create(scalar.Text);
    }
}
