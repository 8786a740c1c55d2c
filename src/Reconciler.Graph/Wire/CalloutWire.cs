using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>The custom extensions that a policy runs, as Graph writes them (contract 7.9).</summary>
internal static class CalloutWire
{
    public const string Member = "customExtensionStageSettings";
    private const string Extension = "customExtension";
    private const string Stage = "stage";

    private static readonly (CalloutStage Stage, string Literal, ExtensionOccasion Calls)[] Stages =
    [
        (CalloutStage.RequestCreated, "assignmentRequestCreated", ExtensionOccasion.OnRequest),
        (CalloutStage.RequestApproved, "assignmentRequestApproved", ExtensionOccasion.OnRequest),
        (CalloutStage.AssignmentGranted, "assignmentRequestGranted", ExtensionOccasion.OnRequest),
        (CalloutStage.AssignmentRemoved, "assignmentRequestRemoved", ExtensionOccasion.OnRequest),
        (CalloutStage.FourteenDaysBeforeExpiration, "assignmentFourteenDaysBeforeExpiration", ExtensionOccasion.OnAssignment),
        (CalloutStage.OneDayBeforeExpiration, "assignmentOneDayBeforeExpiration", ExtensionOccasion.OnAssignment),
    ];

    public static EquatableArray<Callout> ToCallouts(WireValue policy) =>
        policy.Made(Member, ToCallout);

    /// <summary>Words for those that run when there is no word for it.</summary>
    public static IEnumerable<string> Unmodelled(WireValue policy) =>
        policy.Items(Member).Where(callout => ToCallout(callout) is null).Select(callout => $"a callout at {callout.Text(Stage) ?? "an unknown stage"}");

    /// <summary>The wanted callouts in the place of those that there are words for.</summary>
    public static void Overlay(JsonObject policy, EquatableArray<Callout> wanted)
    {
        var others = policy.Items(Member).Where(callout => ToCallout(callout) is null).Select(callout => callout.DeepClone()).ToList();
        var callouts = WireList.Overlay(policy[Member], wanted, callout => ToCallout(callout), From);
        foreach (var other in others)
        {
            callouts.Add(other);
        }

        policy[Member] = callouts;
    }

    private static Callout? ToCallout(WireValue callout)
    {
        var stage = callout.Text(Stage);
        var known = Array.FindIndex(Stages, one => stage.Means(one.Literal));
        return known >= 0 && callout[Extension].Text("id") is { } id
            ? new Callout(Stages[known].Stage, ById.Of(callout, ReferenceKind.Extension, id))
            : null;
    }

    private static JsonObject From(Callout callout)
    {
        var (_, literal, calls) = Stages.First(one => one.Stage == callout.At);

        // The type is required, and follows from the stage: only one type can run there.
        var extension = CustomExtensionWire.Typed(calls);
        extension["id"] = callout.Run.Id ?? throw new InvalidOperationException($"{callout.Run} has no id yet.");
        return new JsonObject { [Stage] = literal, [Extension] = extension };
    }
}
