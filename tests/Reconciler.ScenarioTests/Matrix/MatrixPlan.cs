using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Reconciler.ScenarioTests.Matrix;

/// <summary>What a plan says, row by row: as JSON, and the line of text beside it.</summary>
internal sealed partial class MatrixPlan(TestRun run, JsonNode json)
{
    private readonly Dictionary<string, List<string>> _lines = LinesOf(run.Out);

    public int ExitCode => run.ExitCode;

    public string Text => run.Out + run.Error;

    public IEnumerable<JsonNode> Findings => Nodes(json["findings"]);

    public IEnumerable<JsonNode> Changes => Nodes(json["plan"]?["changes"]);

    /// <summary>The change of the entity of a row; null where there is none.</summary>
    public JsonNode? ChangeOf(MatrixRow row) => Changes.SingleOrDefault(change => FileOf(change) == row.File && change["kind"]?.GetValue<string>() == $"{row.Key.Table.Kind}");

    public IEnumerable<JsonNode> FindingsOf(MatrixRow row) => Findings.Where(finding => FileOf(finding) == row.File);

    /// <summary>The lines of a change: path, text, and sentence.</summary>
    public IEnumerable<MatrixLine> LinesOf(JsonNode change)
    {
        var texts = _lines[$"{change["address"]}" == $"{change["kind"]}" ? $"{change["kind"]}" : $"{change["kind"]} {change["address"]}"];
        return Nodes(change["fields"]).Zip(texts, (field, text) => new MatrixLine(
            field["path"]?.GetValue<string>() ?? "",
            text,
            [
                field["sentence"]?.GetValue<string>() ?? "",
                .. Nodes(field["parts"]).Select(part => "  " + part["sentence"]?.GetValue<string>()),
            ]));
    }

    public static string? FileOf(JsonNode said) => said["where"]?["file"]?.GetValue<string>();

    private static IEnumerable<JsonNode> Nodes(JsonNode? list) => (list as JsonArray ?? []).OfType<JsonNode>();

    private static Dictionary<string, List<string>> LinesOf(string text)
    {
        Dictionary<string, List<string>> all = [];
        List<string> current = [];
        foreach (var line in text.Split('\n'))
        {
            if (Header().Match(line) is { Success: true } header)
            {
                current = all[KeyOf(header.Groups["what"].Value)] = [];
            }
            else if (line.StartsWith("    ", StringComparison.Ordinal) && line[4] is not (' ' or '('))
            {
                current.Add(line.Trim());
            }
        }

        return all;
    }

    private static string KeyOf(string what)
    {
        foreach (var (noun, kind) in Nouns)
        {
            if (what == noun || what.StartsWith($"{noun} ", StringComparison.Ordinal))
            {
                return $"{kind}{what[noun.Length..]}";
            }
        }

        throw new InvalidOperationException($"What is a {what}?");
    }

    private static IEnumerable<(string Noun, Entitlements.EntityKind Kind)> Nouns =>
        Enum.GetValues<Entitlements.EntityKind>().Select(kind => (Planning.Nouns.One(kind), kind)).OrderByDescending(pair => pair.Item1.Length);

    [GeneratedRegex("^[+~>-] (add|change|rename|delete) (?<what>.*?)( · [a-z ]+)?(  [^ ]+:[0-9]+)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Header();
}
