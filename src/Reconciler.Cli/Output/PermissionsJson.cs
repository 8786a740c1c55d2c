using System.Text.Json;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>The grants as JSON.</summary>
internal static class PermissionsJson
{
    public static void Write(Utf8JsonWriter json, PermissionsReport report)
    {
        json.WriteStartObject();
        json.WriteString("tenant", report.Tenant);
        json.WriteString("caller", JsonNamingPolicy.CamelCase.ConvertName(report.Caller.ToString()));
        if (report.NotAsked is { } why)
        {
            json.WriteString("notAsked", why);
        }

        json.WriteStartArray("notes");
        foreach (var note in PermissionsText.Notes(report))
        {
            json.WriteStringValue(note);
        }

        json.WriteEndArray();
        json.WriteStartArray("commands");
        foreach (var purpose in report.Purposes)
        {
            json.WriteStartObject();
            json.WriteString("command", purpose.Command);
            foreach (var kind in new[] { CallerKind.Application, CallerKind.Person })
            {
                json.WriteStartArray(kind == CallerKind.Person ? "delegated" : "application");
                var isAsked = PermissionsText.IsAsked(report, purpose, kind);
                foreach (var row in PermissionRow.Of(purpose, kind == CallerKind.Person))
                {
                    Write(json, row, isAsked);
                }

                json.WriteEndArray();
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, PermissionRow row, bool isAsked)
    {
        json.WriteStartObject();
        json.WriteString("grant", row.Grant);
        if (row.Role is { } role)
        {
            json.WriteString("role", role);
        }

        json.WriteString("standing", !isAsked ? "unknown" : row.Standing switch { Standing.Held => "held", Standing.Missing => "missing", _ => "unknown" });
        json.WriteStartArray("neededBy");
        foreach (var by in row.By)
        {
            json.WriteStartObject();
            json.WriteString("what", by.What);
            if (by.Key is { } key)
            {
                json.WriteString("kind", key.Kind.ToString());
                json.WriteString("address", key.ToString());
            }

            ReportJson.Place(json, by.Where);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
