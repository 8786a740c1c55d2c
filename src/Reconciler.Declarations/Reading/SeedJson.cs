using System.Text.Json.Nodes;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Reading;

/// <summary>Turns nodes into JSON: keys as written, <c>true</c> and <c>false</c> as such, every other scalar as text.</summary>
internal sealed class SeedJson(Findings findings)
{
    private readonly Dictionary<string, SourceSpan> _places = new(StringComparer.Ordinal);

    /// <summary>Where each key and each item stands, by its path: <c>/users/1/userPrincipalName</c>.</summary>
    public IReadOnlyDictionary<string, SourceSpan> Places => _places;

    public JsonObject Of(YamlNode.Mapping mapping) => Of(mapping, "");

    private JsonObject Of(YamlNode.Mapping mapping, string path) =>
        new(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value, Quote.Of(entry.Key.Text), Noted($"{path}/{entry.Key.Text}", entry.Key)))));

    private string Noted(string path, YamlNode node)
    {
        _places[path] = node.Where;
        return path;
    }

    private JsonNode? Of(YamlNode node, string what, string path)
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
                return new JsonArray([.. sequence.Items.Select((item, index) => Of(item, $"this item of {what}", Noted($"{path}/{index}", item)))]);
            default:
                return Of((YamlNode.Mapping)node, path);
        }
    }

    private JsonValue Text(YamlNode.Scalar scalar)
    {
        if (TextRules.FirstForbidden(scalar.Text, isName: false) is { } character)
        {
            findings.Add(LoadDiagnostics.ForbiddenCharacter(scalar.Where, scalar.Text[character], scalar.Text[..character]));
        }

        return JsonValue.Create(scalar.Text);
    }
}
