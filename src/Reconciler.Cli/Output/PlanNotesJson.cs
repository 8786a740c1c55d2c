using System.Text.Json;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>What a plan says beside its changes, as JSON: what is adopted, left alone, held back, kept, and what could not be read.</summary>
internal static class PlanNotesJson
{
    public static void Write(Utf8JsonWriter json, Plan plan)
    {
        About(json, "adopted", plan.Adopted, key => key, _ => { });
        About(json, "gone", plan.Gone, key => key, _ => { });
        About(json, "unmanaged", plan.Unmanaged, key => key, _ => { });
        About(json, "heldBack", plan.HeldBack, held => held.Key, held =>
        {
            if (held.Field is { } field)
            {
                json.WritePropertyName("field");
                PlanJson.Write(json, field);
            }
        });
        About(json, "notManaged", plan.NotManaged, left => left.Key, left => Strings(json, "settings", left.Settings));
        About(json, "kept", plan.Kept, kept => kept.Key, kept => Strings(json, "what", kept.What));
        About(json, "letGo", plan.LetGo, key => key, _ => { });
        About(json, "ended", plan.Ended, key => key, _ => { });
        About(json, "outOfScope", plan.OutOfScope, key => key, _ => { });
        About(json, "ignored", plan.Ignored, ignored => ignored.Key, ignored =>
        {
            json.WriteString("setting", ignored.Setting);
            json.WriteString("reason", ignored.Because.Reason);
        });
        About(json, "looksRenamed", plan.LooksRenamed, pair => pair.New, pair => json.WriteString("previously", pair.Old.Name));
        About(json, "protection", plan.Protection, change => change.Key, change => json.WriteBoolean("protected", change.IsProtected));
        Strings(json, "gaps", plan.Gaps);
        if (plan.KnownFindings > 0)
        {
            json.WriteNumber("knownFindings", plan.KnownFindings);
        }
    }

    public static void Strings(Utf8JsonWriter json, string name, EquatableArray<string> values)
    {
        json.WriteStartArray(name);
        foreach (var value in values)
        {
            json.WriteStringValue(value);
        }

        json.WriteEndArray();
    }

    private static void About<T>(Utf8JsonWriter json, string name, EquatableArray<T> items, Func<T, EntityKey> key, Action<T> more)
    {
        json.WriteStartArray(name);
        foreach (var item in items)
        {
            json.WriteStartObject();
            json.WriteString("kind", key(item).Kind.ToString());
            json.WriteString("address", key(item).ToString());
            more(item);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
