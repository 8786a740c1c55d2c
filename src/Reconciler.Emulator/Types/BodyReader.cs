using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Types;

/// <summary>
/// Checks a value against the type table and gives back a copy in Graph's own spelling: enum literals as declared,
/// <c>@odata.type</c> in its long form, other annotations dropped (contract 1.1 and the strict mode of 23).
/// </summary>
internal sealed class BodyReader(bool keepsUnknownMembers)
{
    private const string TypeAnnotation = "@odata.type";

    // Abstract in the metadata, yet named as such by Graph's own samples (contract 13).
    private const string NamedThoughAbstract = "customExtensionCallbackConfiguration";

    public JsonObject Read(JsonNode? body, string typeName) => Structured(body, typeName, "");

    private JsonObject Structured(JsonNode? value, string declaredName, string pointer)
    {
        if (value is not JsonObject source)
        {
            throw new TypeMismatchException(pointer, $"Expected an object of type '{declaredName}'.");
        }

        var typeName = TypeOf(source, declaredName, pointer);
        var result = new JsonObject();
        if (typeName != declaredName || TypeTable.Types[declaredName].IsAbstract)
        {
            result[TypeAnnotation] = TypeTable.ToWire(typeName);
        }

        foreach (var (name, member) in source)
        {
            if (name.Contains('@'))
            {
                RefuseBinding(name, pointer);
            }
            else if (TypeTable.Member(typeName, name) is { } declared)
            {
                result[name] = Member(member, declared, $"{pointer}/{name}");
            }
            else if (keepsUnknownMembers)
            {
                result[name] = member?.DeepClone();
            }
            else
            {
                throw new TypeMismatchException(
                    $"{pointer}/{name}", $"The property '{name}' does not exist on type 'microsoft.graph.{typeName}'.");
            }
        }

        return result;
    }

    private static void RefuseBinding(string name, string pointer)
    {
        if (name.EndsWith("@odata.bind", StringComparison.Ordinal))
        {
            throw new TypeMismatchException($"{pointer}/{name}", "The emulator takes references as objects with an id, not as bindings.");
        }
    }

    private static string TypeOf(JsonObject source, string declaredName, string pointer)
    {
        if (source[TypeAnnotation] is { } annotation)
        {
            return annotation.GetValueKind() is JsonValueKind.String
                && TypeTable.FromWire(annotation.GetValue<string>()) is { } name
                && TypeTable.Derives(name, declaredName)
                && (!TypeTable.Types[name].IsAbstract || name == NamedThoughAbstract)
                    ? name
                    : throw new TypeMismatchException(
                        $"{pointer}/{TypeAnnotation}", $"{annotation.ToJsonString()} is no type that can stand for '{declaredName}'.");
        }

        return TypeTable.Types[declaredName].IsAbstract
            ? throw new TypeMismatchException(pointer, $"'@odata.type' is required: '{declaredName}' is abstract.")
            : declaredName;
    }

    private JsonNode? Member(JsonNode? value, GraphMember declared, string pointer)
    {
        if (value is null)
        {
            return declared.IsNullable
                ? null
                : throw new TypeMismatchException(pointer, $"'{declared.Name}' cannot be null.");
        }

        if (!declared.IsCollection)
        {
            return Single(value, declared.TypeName, pointer);
        }

        if (value is not JsonArray elements)
        {
            throw new TypeMismatchException(pointer, $"'{declared.Name}' is a collection.");
        }

        return new JsonArray([.. elements.Select((element, index) => Element(element, declared, $"{pointer}/{index}"))]);
    }

    private JsonNode Element(JsonNode? element, GraphMember declared, string pointer) =>
        element is null
            ? throw new TypeMismatchException(pointer, $"An element of '{declared.Name}' cannot be null.")
            : Single(element, declared.TypeName, pointer);

    private JsonNode Single(JsonNode value, string typeName, string pointer)
    {
        if (TypeTable.IsStructured(typeName))
        {
            return Structured(value, typeName, pointer);
        }

        if (TypeTable.Enums.TryGetValue(typeName, out var enumeration))
        {
            return Literal(value, enumeration, pointer);
        }

        return ScalarCheck.Accepts(typeName, value)
            ? value.DeepClone()
            : throw new TypeMismatchException(pointer, $"{value.ToJsonString()} is no value of type 'Edm.{typeName}'.");
    }

    private static JsonValue Literal(JsonNode value, GraphEnum enumeration, string pointer)
    {
        if (value.GetValueKind() is not JsonValueKind.String)
        {
            throw new TypeMismatchException(pointer, $"{value.ToJsonString()} is no literal of '{enumeration.Name}'.");
        }

        var literal = value.GetValue<string>();
        return JsonValue.Create(enumeration.Spell(literal)
            ?? throw new TypeMismatchException(pointer, $"Requested value '{literal}' was not found.", "ArgumentException"));
    }
}
