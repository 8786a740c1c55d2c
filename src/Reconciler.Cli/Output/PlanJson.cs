using System.Text.Json;
using Reconciler.Cli.Running;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>A plan as JSON.</summary>
internal static class PlanJson
{
    public static void Write(Utf8JsonWriter json, PlannedRun planned)
    {
        var plan = planned.Plan;
        json.WriteStartObject();
        json.WriteStartObject("tenant");
        json.WriteString("id", plan.TenantId);
        json.WriteString("name", plan.TenantName);
        json.WriteEndObject();
        json.WriteStartObject("summary");
        json.WriteNumber("create", plan.Count<PlannedChange.Create>());
        json.WriteNumber("update", plan.Count<PlannedChange.Update>());
        json.WriteNumber("rename", plan.Count<PlannedChange.Rename>());
        json.WriteNumber("delete", plan.Count<PlannedChange.Delete>());
        json.WriteEndObject();
        json.WriteBoolean("canApply", planned.MayApply);
        json.WriteStartArray("changes");
        foreach (var change in plan.Changes)
        {
            Write(json, change);
        }

        json.WriteEndArray();
        PlanNotesJson.Write(json, plan);
        Refusals(json, planned.Refusals);
        json.WriteEndObject();
    }

    public static string Action(PlannedChange change) => change switch
    {
        PlannedChange.Create => "create",
        PlannedChange.Rename => "rename",
        PlannedChange.Delete => "delete",
        _ => "update",
    };

    private static void Write(Utf8JsonWriter json, PlannedChange change)
    {
        json.WriteStartObject();
        json.WriteString("action", Action(change));
        json.WriteString("kind", change.Key.Kind.ToString());
        json.WriteString("address", change.Key.ToString());
        if (change.Id is { } id)
        {
            json.WriteString("id", id);
        }

        if (change is PlannedChange.Delete { Inside.IsEmpty: false } delete)
        {
            PlanNotesJson.Strings(json, "policies", delete.Inside);
        }

        if (change is PlannedChange.Rename rename)
        {
            json.WriteString("oldName", rename.OldName);
            if (rename.NewName != rename.Key.Name)
            {
                json.WriteString("newName", rename.NewName);
            }
        }

        json.WriteString("effect", Word(change.Effect));
        json.WriteString("reason", change.Reason);
        ReportJson.Place(json, change.Where);
        json.WriteStartArray("fields");
        foreach (var field in change.Fields)
        {
            Write(json, field);
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter json, FieldChange field)
    {
        json.WriteStartObject();
        json.WriteString("path", field.Path);
        json.WriteString("change", field.Kind.ToString().ToLowerInvariant());
        if (field.Old is { } old)
        {
            json.WriteString("old", old);
        }

        if (field.New is { } @new)
        {
            json.WriteString("new", @new);
        }

        json.WriteString("sentence", field.Sentence);
        if (field.Note is { } note)
        {
            json.WriteString("note", note);
        }

        json.WriteString("effect", Word(field.Effect));
        json.WriteString("touches", field.Touches switch
        {
            Touches.Holders => "holders",
            Touches.FutureRequestors => "futureRequestors",
            Touches.Delegates => "delegates",
            _ => "nobody",
        });
        if (field.IsDefault)
        {
            json.WriteBoolean("default", true);
        }

        ReportJson.Place(json, field.Where);
        if (!field.Parts.IsEmpty)
        {
            json.WriteStartArray("parts");
            foreach (var part in field.Parts)
            {
                Write(json, part);
            }

            json.WriteEndArray();
        }

        json.WriteEndObject();
    }

    private static void Refusals(Utf8JsonWriter json, EquatableArray<Refusal> refusals)
    {
        json.WriteStartArray("refusals");
        foreach (var refusal in refusals)
        {
            json.WriteStartObject();
            json.WriteString("code", refusal.Code);
            json.WriteString("message", refusal.Message);
            json.WriteString("advice", refusal.Advice);
            ReportJson.Place(json, refusal.Where);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string Word(Effect effect) => effect.ToString().ToLowerInvariant();
}
