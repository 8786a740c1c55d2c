using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>The tenant-wide settings as Graph writes them (contract 12).</summary>
internal static class SettingsWire
{
    private const string Action = "externalUserLifecycleAction";
    private const string DeleteAfter = "durationUntilExternalUserDeletedAfterBlocked";

    private static readonly (LifecycleAction Action, string Literal)[] Actions =
    [
        (LifecycleAction.None, "none"),
        (LifecycleAction.BlockSignIn, "blockSignIn"),
        (LifecycleAction.BlockSignInAndDelete, "blockSignInAndDelete"),
    ];

    /// <summary>The settings. Fails where they hold a value this build has no word for: there is no way to say so in the entity.</summary>
    public static ActualEntity ToEntity(WireValue settings) => new(
        new Settings
        {
            ExternalUserLifecycle = new ExternalUserLifecycle { WhenLastAssignmentEnds = ActionOf(settings), DeleteAfter = LengthOf(settings) },
        },
        settings.Text("id") ?? "singleton",
        null);

    public static JsonObject Changes(Settings changes)
    {
        var body = new JsonObject();
        if (changes.ExternalUserLifecycle.IsWritten)
        {
            var lifecycle = changes.ExternalUserLifecycle.Value;
            body[Action] = Actions.First(entry => entry.Action == lifecycle.WhenLastAssignmentEnds).Literal;
            body[DeleteAfter] = lifecycle.DeleteAfter.ToIso();
        }

        return body;
    }

    private static LifecycleAction ActionOf(WireValue settings)
    {
        var literal = settings.Text(Action) ?? "none";
        var known = Array.FindIndex(Actions, entry => literal.Means(entry.Literal));
        return known < 0 ? throw Unknown(Action, literal) : Actions[known].Action;
    }

    private static Duration LengthOf(WireValue settings) => settings.Text(DeleteAfter) is not { } text
        ? Duration.OfDays(30)
        : Duration.TryParse(text) ?? throw Unknown(DeleteAfter, text);

    private static TenantException Unknown(string member, string value) =>
        new(TenantProblem.NotPermitted, $"Reading the settings of entitlement management failed: this build has no word for {member} \"{value}\".");
}
