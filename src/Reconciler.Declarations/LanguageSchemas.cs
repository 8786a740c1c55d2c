using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Declarations.Documenting;
using Reconciler.Declarations.Schemas;

namespace Reconciler.Declarations;

/// <summary>What the tables of fields give to editors and people: the JSON Schemas and the language reference, each as the text of a file.</summary>
public static class LanguageSchemas
{
    public const string PolicyFileName = "policy-file.schema.json";

    public const string WorkspaceFileName = "reconciler.schema.json";

    private static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",

        // For files and people, never for a web page: quotes and arrows stay as they are.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static string PolicyFile() => Text(PolicyFileSchema.Write());

    public static string Workspace() => Text(WorkspaceSchema.Write());

    public static string Reference() => LanguageReference.Write();

    private static string Text(JsonObject schema) => schema.ToJsonString(Indented) + "\n";
}
