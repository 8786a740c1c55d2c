using System.Text.Encodings.Web;
using System.Text.Json;
using Reconciler.Entitlements;

namespace Reconciler.Applying;

/// <summary>Bindings as JSON: one object a line, ordered, so that a person can read and compare it.</summary>
internal static class BindingsFile
{
    private const string Format = "reconciler-bindings";

    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static ReadOnlyMemory<byte> Write(Bindings bindings)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("format", Format);
            json.WriteNumber("version", 1);
            json.WriteString("tenantId", bindings.TenantId);
            json.WriteStartArray("bindings");
            foreach (var binding in bindings.Entries)
            {
                json.WriteStartObject();
                json.WriteString("kind", binding.Kind.ToString());
                json.WriteString("name", binding.Name);
                json.WriteString("id", binding.Id);
                if (binding.ParentId is { } parent)
                {
                    json.WriteString("parentId", parent);
                }

                if (binding.IsProtected)
                {
                    json.WriteBoolean("protected", true);
                }

                json.WriteEndObject();
            }

            json.WriteEndArray();
            WritePins(json, bindings.Pins);
            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        return buffer.ToArray();
    }

    /// <summary>Fails with <see cref="JsonException"/> on anything that <see cref="Write"/> did not make.</summary>
    public static Bindings Read(ReadOnlyMemory<byte> content)
    {
        using var document = JsonDocument.Parse(content);
        try
        {
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format || root.GetProperty("version").GetInt32() != 1)
            {
                throw new JsonException("it is not a run store of this version.");
            }

            return Sound(new Bindings(Text(root, "tenantId"), root.GetProperty("bindings").EnumerateArray().Select(Entry).ToEquatableArray())
            {
                // Earlier versions wrote none.
                Pins = root.TryGetProperty("pins", out var pins) ? pins.EnumerateArray().Select(PinOf).ToEquatableArray() : [],
            });
        }
        catch (Exception damage) when (damage is KeyNotFoundException or InvalidOperationException or FormatException)
        {
            throw new JsonException("a member is missing or of another type.", damage);
        }
    }

    /// <summary>One name means one thing: a file in which it means two was put together by somebody else.</summary>
    private static Bindings Sound(Bindings bindings)
    {
        var twice = bindings.Entries.GroupBy(b => (b.Kind, b.ParentId, NameComparer.Fold(b.Name))).Where(same => same.Count() > 1).Select(same => same.First().Name)
            .Concat(bindings.Entries.GroupBy(b => (b.Kind, b.Id)).Where(same => same.Count() > 1).Select(same => same.First().Id))
            .Concat(bindings.Pins.GroupBy(p => (p.Kind, NameComparer.Fold(p.Name))).Where(same => same.Count() > 1).Select(same => same.First().Name))
            .FirstOrDefault();
        return twice is null ? bindings : throw new JsonException($"\"{twice}\" stands in it twice.");
    }

    private static Binding Entry(JsonElement entry) => new(
        Kind<EntityKind>(Text(entry, "kind")),
        Text(entry, "id"),
        entry.TryGetProperty("parentId", out var parent) ? parent.GetString() : null,
        Text(entry, "name"))
    {
        IsProtected = entry.TryGetProperty("protected", out var isProtected) && isProtected.GetBoolean(),
    };

    private static Pin PinOf(JsonElement entry) => new(Kind<ReferenceKind>(Text(entry, "kind")), Text(entry, "name"), Text(entry, "id"));

    private static void WritePins(Utf8JsonWriter json, EquatableArray<Pin> pins)
    {
        json.WriteStartArray("pins");
        foreach (var pin in pins)
        {
            json.WriteStartObject();
            json.WriteString("kind", pin.Kind.ToString());
            json.WriteString("name", pin.Name);
            json.WriteString("id", pin.Id);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // By its word alone: parsing an enum also takes numbers, whether or not they mean anything.
    private static TKind Kind<TKind>(string word)
        where TKind : struct, Enum =>
        Enum.GetNames<TKind>().Contains(word, StringComparer.Ordinal) ? Enum.Parse<TKind>(word) : throw new JsonException($"the kind {word} is unknown.");

    private static string Text(JsonElement owner, string member) =>
        owner.GetProperty(member).GetString() ?? throw new JsonException($"the member {member} is null.");
}
