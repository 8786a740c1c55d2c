using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Reconciler.Applying;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>What a command found and did, as JSON. The form is a contract: a minor version adds members, a major one may change them.</summary>
internal static class ReportJson
{
    public const string SchemaVersion = "1.0";

    // The relaxed encoder leaves names readable; control characters it escapes all the same.
    private static readonly JsonWriterOptions Readable = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(Outcome outcome)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Readable))
        {
            json.WriteStartObject();
            json.WriteString("schemaVersion", SchemaVersion);
            json.WriteNumber("exitCode", (int)ExitCodes.Of(outcome));
            Findings(json, [.. outcome.Findings ?? [], .. outcome.Planned?.Plan.Diagnostics ?? [], .. outcome.Exported?.Findings ?? []]);
            if (outcome is { Planned: null, KnownFindings: > 0 })
            {
                json.WriteNumber("knownFindings", outcome.KnownFindings);
            }

            if (outcome.Trouble is { } trouble)
            {
                json.WriteStartObject("trouble");
                json.WriteString("code", CliDiagnostics.Trouble(trouble).Code);
                json.WriteString("message", trouble.Message);
                json.WriteString("advice", CliDiagnostics.Trouble(trouble).Advice);
                json.WriteEndObject();
            }

            if (outcome.IsUnconfirmed)
            {
                json.WriteBoolean("unconfirmed", true);
            }

            if (outcome.Planned is { } planned)
            {
                json.WritePropertyName("plan");
                PlanJson.Write(json, planned);
            }

            if (outcome.Exported is { } exported)
            {
                json.WritePropertyName("export");
                ExportJson.Write(json, exported);
            }

            if (outcome.Report is { } report)
            {
                Outcomes(json, report);
            }

            if (outcome.PlannedAgain is { } again)
            {
                json.WritePropertyName("plannedAgain");
                PlanJson.Write(json, again);
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length) + "\n";
    }

    public static void Place(Utf8JsonWriter json, SourceSpan? where)
    {
        if (where is null)
        {
            return;
        }

        json.WriteStartObject("where");
        json.WriteString("file", where.File);
        json.WriteNumber("line", where.Line);
        json.WriteNumber("column", where.Column);
        json.WriteEndObject();
    }

    private static void Findings(Utf8JsonWriter json, IEnumerable<Diagnostic> diagnostics)
    {
        json.WriteStartArray("findings");
        foreach (var diagnostic in diagnostics)
        {
            json.WriteStartObject();
            json.WriteString("code", diagnostic.Code);
            json.WriteString("severity", Word(diagnostic.Severity));
            Place(json, diagnostic.Where);
            json.WriteString("message", diagnostic.Message);
            json.WriteString("advice", diagnostic.Advice);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void Outcomes(Utf8JsonWriter json, ApplyReport report)
    {
        json.WriteBoolean("wasStopped", report.WasStopped);
        json.WriteStartArray("outcomes");
        foreach (var outcome in report.Outcomes)
        {
            json.WriteStartObject();
            json.WriteString("action", PlanJson.Action(outcome.Change));
            json.WriteString("kind", outcome.Change.Key.Kind.ToString());
            json.WriteString("address", outcome.Change.Key.ToString());
            if (outcome.Change.Id is { } id)
            {
                json.WriteString("id", id);
            }

            json.WriteString("outcome", Word(outcome));
            if (outcome is ChangeOutcome.Failed failed)
            {
                json.WriteString("why", failed.Why.Message);
                json.WriteNumber("writesMade", failed.Done);
            }
            else if (outcome is ChangeOutcome.Skipped skipped)
            {
                json.WriteString("why", skipped.Because);
            }
            else if (outcome is ChangeOutcome.Applied { Notes.IsEmpty: false } noted)
            {
                json.WriteString("note", string.Join("; ", noted.Notes));
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(ChangeOutcome outcome) => outcome switch
    {
        ChangeOutcome.Applied => "applied",
        ChangeOutcome.Failed => "failed",
        ChangeOutcome.Skipped => "skipped",
        _ => "notTried",
    };

    private static string Word(Severity severity) => severity.ToString().ToLowerInvariant();
}
