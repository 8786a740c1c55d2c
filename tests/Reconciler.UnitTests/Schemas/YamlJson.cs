using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;

namespace Reconciler.UnitTests.Schemas;

/// <summary>Turns YAML into JSON as an editor does: by YAML's core schema, which knows nothing of the language.</summary>
internal static class YamlJson
{
    public static IReadOnlyList<JsonNode?> Documents(string text)
    {
        var findings = new Findings();
        var documents = YamlReader.Read("a.yaml", text, findings);
        Assert.Empty(findings.InOrder());
        return [.. documents.Select(Of)];
    }

    private static JsonNode? Of(YamlNode node) => node switch
    {
        { IsNothing: true } => null,
        YamlNode.Mapping mapping => new JsonObject(mapping.Entries.Select(entry => KeyValuePair.Create(entry.Key.Text, Of(entry.Value)))),
        YamlNode.Sequence sequence => new JsonArray([.. sequence.Items.Select(Of)]),
        YamlNode.Scalar { IsQuoted: false, Text: "true" or "True" or "TRUE" } => true,
        YamlNode.Scalar { IsQuoted: false, Text: "false" or "False" or "FALSE" } => false,
        YamlNode.Scalar { IsQuoted: false } plain when int.TryParse(plain.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole) => whole,
        YamlNode.Scalar { IsQuoted: false } plain when plain.Text.Length > 0 && plain.Text.All(c => char.IsAsciiDigit(c) || c is '.' or '-') && double.TryParse(plain.Text, CultureInfo.InvariantCulture, out var number) => number,
        YamlNode.Scalar scalar => scalar.Text,
        _ => throw new InvalidOperationException($"No JSON of {node}."),
    };
}
