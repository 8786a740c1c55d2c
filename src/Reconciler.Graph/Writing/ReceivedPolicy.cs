using System.Text.Json.Nodes;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Writing;

/// <summary>Makes of a policy as it was received one that can be sent: without what is only for reading, and with all the rest.</summary>
internal static class ReceivedPolicy
{
    private static readonly string[] OnlyForReading = ["id", "createdDateTime", "modifiedDateTime", "catalog"];

    // Graph answers ArgumentNullException where it was sent null for a collection (contract 1.2), and itself sends null for some.
    private static readonly HashSet<string> Collections = new(StringComparer.Ordinal)
    {
        "specificAllowedTargets", "onBehalfRequestors", "questions", "customExtensionStageSettings", "stages", "primaryApprovers", "fallbackPrimaryApprovers",
        "escalationApprovers", "fallbackEscalationApprovers", "primaryReviewers", "fallbackReviewers", "localizations", "choices",
    };

    public static void MakeSendable(JsonObject policy, string doing)
    {
        foreach (var member in OnlyForReading)
        {
            policy.Remove(member);
        }

        policy["accessPackage"] = Id(policy["accessPackage"]);
        foreach (var callout in policy.Items("customExtensionStageSettings"))
        {
            if (callout["customExtension"] is JsonObject extension)
            {
                callout["customExtension"] = Id(extension);
            }
        }

        Clean(policy, doing);
    }

    private static JsonObject Id(JsonNode? entity)
    {
        var reference = new JsonObject();
        if (entity.Text(WireJson.TypeAnnotation) is { } type)
        {
            reference[WireJson.TypeAnnotation] = type;
        }

        reference["id"] = entity.Id();
        return reference;
    }

    private static void Clean(JsonNode? node, string doing)
    {
        switch (node)
        {
            case JsonArray items:
                foreach (var item in items)
                {
                    Clean(item, doing);
                }

                break;
            case JsonObject owner:
                Clean(owner, doing);
                break;
            default:
                RefuseUnknown(node, doing);
                break;
        }
    }

    private static void Clean(JsonObject owner, string doing)
    {
        foreach (var (name, value) in owner.ToList())
        {
            if (name.EndsWith(WireJson.NextLink, StringComparison.Ordinal))
            {
                throw GraphRefusal.Refused(doing, $"Graph answered a part of the policy cut short ({name}), and a write would lose the rest.");
            }

            if (name is "@odata.context" or "@odata.etag" || name.EndsWith("@odata.context", StringComparison.Ordinal))
            {
                owner.Remove(name);
            }
            else if (value is null && Collections.Contains(name))
            {
                owner[name] = new JsonArray();
            }
            else
            {
                Clean(value, doing);
            }
        }
    }

    // Graph's stand-in for a value it does not show: sent back it would replace that value.
    private static void RefuseUnknown(JsonNode? value, string doing)
    {
        if (value is JsonValue text && text.TryGetValue<string>(out var literal) && literal == "unknownFutureValue")
        {
            throw GraphRefusal.Refused(doing, $"Graph does not show the value of {text.GetPath()}, and a write would lose it.");
        }
    }
}
