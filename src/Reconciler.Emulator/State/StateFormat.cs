using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>What marks a tenant's state, and how it is written: indented, letters as they are, one line end at the end.</summary>
internal static class StateFormat
{
    public const string Name = "reconciler-tenant";
    public const int Version = 1;

    private static readonly JsonSerializerOptions Options = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string Write(JsonObject state) => state.ToJsonString(Options) + "\n";

    /// <summary>A copy that knows nothing of how the value was made, in code or from text.</summary>
    public static JsonObject Reread(JsonObject value) => JsonNode.Parse(value.ToJsonString()) as JsonObject ?? [];
}
