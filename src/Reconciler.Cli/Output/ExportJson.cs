using System.Text.Json;
using Reconciler.Cli.Running;

namespace Reconciler.Cli.Output;

/// <summary>An export as JSON.</summary>
internal static class ExportJson
{
    public static void Write(Utf8JsonWriter json, ExportedRun run)
    {
        json.WriteStartObject();
        json.WriteString("tenant", run.TenantName);
        json.WriteBoolean("written", run.IsWritten);
        json.WriteNumber("templates", run.Export.Templates);
        json.WriteNumber("knownFindings", run.KnownFindings);
        json.WriteStartArray("gaps");
        foreach (var gap in run.Gaps)
        {
            json.WriteStringValue(gap);
        }

        json.WriteEndArray();
        json.WriteStartArray("counts");
        foreach (var count in run.Export.Counts)
        {
            json.WriteStartObject();
            json.WriteString("kind", count.Kind.ToString());
            json.WriteNumber("there", count.There);
            json.WriteNumber("exported", count.Exported);
            json.WriteNumber("declared", count.Declared);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("files");
        foreach (var file in run.Export.Files)
        {
            json.WriteStringValue(file.Path);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
