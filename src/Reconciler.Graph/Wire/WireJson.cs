using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Reads members of JSON that may be missing, null or of another kind than documented.</summary>
internal static class WireJson
{
    public const string TypeAnnotation = "@odata.type";

    public const string NextLink = "@odata.nextLink";

    private const string UnmarkedPrefix = "microsoft.graph.";
    private const string TypePrefix = "#" + UnmarkedPrefix;

    public static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    public static string? Text(this JsonNode? node, string member) =>
        (node as JsonObject)?[member] is JsonValue value && value.GetValueKind() is JsonValueKind.String ? value.GetValue<string>() : null;

    public static bool Flag(this JsonNode? node, string member) => (node as JsonObject)?[member]?.GetValueKind() is JsonValueKind.True;

    public static int? Whole(this JsonNode? node, string member) => (node as JsonObject)?[member].Whole();

    public static int? Whole(this JsonNode? node) =>
        node is JsonValue value && value.GetValueKind() is JsonValueKind.Number && value.TryGetValue<int>(out var number) ? number : null;

    public static IEnumerable<JsonObject> Items(this JsonNode? node, string member) =>
        ((node as JsonObject)?[member] as JsonArray ?? []).OfType<JsonObject>();

    /// <summary>The id every entity has.</summary>
    public static string Id(this JsonNode? node) =>
        node.Text("id") ?? throw NoId();

    public static TenantException NoId() => new(TenantProblem.NotPermitted, "Graph answered an object without an id.");

    public static DateTimeOffset? Moment(string? text) =>
        DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment) ? moment : null;

    /// <summary>The type an object says it is of, without the prefix every type has; empty where it says none.</summary>
    public static string TypeName(this JsonNode? node) => TypeName(node.Text(TypeAnnotation));

    public static string TypeName(string? annotation)
    {
        var name = annotation.AsSpan().TrimStart('#');
        name = name.StartsWith(UnmarkedPrefix, StringComparison.OrdinalIgnoreCase) ? name[UnmarkedPrefix.Length..] : name;
        return KnownTexts.Of(name);
    }

    public static JsonObject Typed(string typeName) => new() { [TypeAnnotation] = TypePrefix + typeName };

    /// <summary>The literal of an enum: output is lowerCamelCase, but documents disagree (contract 1.1).</summary>
    public static bool Means(this string? literal, string documented) => string.Equals(literal, documented, StringComparison.OrdinalIgnoreCase);

    /// <summary>The object in a member, put there first where there is none.</summary>
    public static JsonObject Ensure(this JsonObject owner, string member)
    {
        if (owner[member] is JsonObject there)
        {
            return there;
        }

        var made = new JsonObject();
        owner[member] = made;
        return made;
    }

    /// <summary>"1 question", "2 questions".</summary>
    public static string Count(int count, string one, string? many = null) => count == 1 ? $"1 {one}" : $"{count} {many ?? one + "s"}";
}
