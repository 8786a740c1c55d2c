using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Xml;

namespace Reconciler.Tests.Metadata;

/// <summary>Checks that a body is a value of its declared type: members, kinds, literals, and a type where the declared one is abstract (contract 1.1).</summary>
internal sealed class RequestBody(GraphMetadata metadata)
{
    private const string TypeAnnotation = "@odata.type";

    /// <summary>What is said of a value whose type is abstract.</summary>
    public static string IsAbstract(string typeName) => $"'{typeName}' is abstract: say which";

    public IEnumerable<Complaint> Check(JsonNode? value, MetadataMember declared, string place = "")
    {
        if (declared.IsCollection)
        {
            return value is JsonArray items
                ? items.SelectMany((item, index) => One(item, declared with { IsCollection = false, IsNullable = false }, $"{place}/{index}"))
                : [new Complaint(place, "a collection is a list", null)];
        }

        return One(value, declared, place);
    }

    /// <summary>Checks the parameters of an action.</summary>
    public IEnumerable<Complaint> Check(JsonObject body, IReadOnlyDictionary<string, MetadataMember> parameters) =>
        body.SelectMany(member => parameters.TryGetValue(member.Key, out var parameter)
            ? Check(member.Value, parameter, "/" + member.Key)
            : [new Complaint("/" + member.Key, "the action has no such parameter", member.Key)]);

    private IEnumerable<Complaint> One(JsonNode? value, MetadataMember declared, string place)
    {
        if (value is null)
        {
            return declared.IsNullable ? [] : [new Complaint(place, $"'{declared.TypeName}' is never null here", null)];
        }

        if (metadata.Find(declared.TypeName) is { } type)
        {
            return value is JsonObject members ? Structure(members, type, place) : [new Complaint(place, $"a '{type.Name}' is an object", null)];
        }

        if (metadata.Literals(declared.TypeName) is { } literals)
        {
            return Text(value) is { } literal && literals.Contains(literal) ? [] : [new Complaint(place, $"'{declared.TypeName}' has no {value}", Text(value))];
        }

        return IsScalar(value, declared.TypeName) ? [] : [new Complaint(place, $"{value.ToJsonString()} is no {declared.TypeName}", null)];
    }

    private IEnumerable<Complaint> Structure(JsonObject members, MetadataType declared, string place)
    {
        var named = Text(members[TypeAnnotation]);
        var type = named is null ? declared : metadata.FromWire(named);
        if (type is null || !metadata.IsA(type.Name, declared.Name))
        {
            return [new Complaint(place, $"'{named}' is no '{declared.Name}'", named)];
        }

        var complaints = type.IsAbstract ? [new Complaint(place, IsAbstract(type.Name), null)] : Enumerable.Empty<Complaint>();
        return complaints.Concat(members.Where(member => member.Key != TypeAnnotation).SelectMany(member => Member(member.Key, member.Value, type, $"{place}/{member.Key}")));
    }

    private IEnumerable<Complaint> Member(string name, JsonNode? value, MetadataType type, string place)
    {
        if (name.EndsWith("@odata.type", StringComparison.Ordinal) || name.EndsWith("@odata.bind", StringComparison.Ordinal))
        {
            return type.Members.ContainsKey(name[..name.IndexOf('@', StringComparison.Ordinal)]) ? [] : [new Complaint(place, $"'{type.Name}' has no such member", name)];
        }

        return type.Members.TryGetValue(name, out var member) ? Check(value, member, place)
            : type.IsOpen ? [] : [new Complaint(place, $"'{type.Name}' has no such member", name)];
    }

    private static string? Text(JsonNode? value) => value?.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    private static bool IsScalar(JsonNode value, string typeName) => (typeName, value.GetValueKind()) switch
    {
        ("Edm.Boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("Edm.Int32" or "Edm.Int64" or "Edm.Int16", JsonValueKind.Number) => long.TryParse(value.ToJsonString(), CultureInfo.InvariantCulture, out _),
        ("Edm.Double" or "Edm.Single" or "Edm.Decimal", JsonValueKind.Number) => true,
        ("Edm.Guid", JsonValueKind.String) => Guid.TryParseExact(Text(value), "D", out _),
        ("Edm.Duration", JsonValueKind.String) => IsDuration(Text(value) ?? ""),
        ("Edm.DateTimeOffset", JsonValueKind.String) =>
            Text(value)?.Contains('T', StringComparison.Ordinal) == true && DateTimeOffset.TryParse(Text(value), CultureInfo.InvariantCulture, out _),
        ("Edm.Date", JsonValueKind.String) => DateOnly.TryParseExact(Text(value), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        ("Edm.String" or "Edm.TimeOfDay" or "Edm.Binary" or "Edm.Stream", JsonValueKind.String) => true,
        _ => false,
    };

    private static bool IsDuration(string text)
    {
        try
        {
            XmlConvert.ToTimeSpan(text);
            return !text.Contains('Y', StringComparison.Ordinal);
        }
        catch (FormatException)
        {
            return false;
        }
    }
}

/// <summary>What is wrong with a body, and where.</summary>
/// <param name="Word">The name or literal that the metadata does not know; null where something else is wrong.</param>
internal sealed record Complaint(string Place, string What, string? Word);
