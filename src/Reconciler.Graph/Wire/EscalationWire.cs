using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Who decides where the approvers of a stage do not, as Graph writes it (contract 7.4).</summary>
internal static class EscalationWire
{
    private const string IsOn = "isEscalationEnabled";
    private const string After = "durationBeforeEscalation";
    private const string To = "escalationApprovers";
    private const string Fallback = "fallbackEscalationApprovers";
    private const string AtNoTime = "PT0S";

    /// <summary>Why there is no word for it; null where there is one.</summary>
    public static string? Unmodelled(WireValue stage) =>
        stage.Flag(IsOn) && Length(stage) is null ? $"escalation after {stage.Text(After) ?? "an unknown time"}" : null;

    public static Escalation ToEscalation(WireValue stage) => stage.Flag(IsOn) && Length(stage) is { } length
        ? new Escalation.After(length)
        {
            To = SubjectWire.Deciding.ToSubjects(stage, To),
            Fallback = SubjectWire.Deciding.ToSubjects(stage, Fallback),
        }
        : new Escalation.None();

    public static void Overlay(JsonObject stage, Escalation wanted)
    {
        switch (wanted)
        {
            // Of an escalation that is off the service may hold leftovers, which nobody sees.
            case Escalation.None when stage.Flag(IsOn) || stage[IsOn] is null:
                (stage[IsOn], stage[After], stage[To], stage[Fallback]) = (false, AtNoTime, new JsonArray(), new JsonArray());
                break;
            case Escalation.After after:
                stage[IsOn] = true;
                if (Length(stage) != after.Length)
                {
                    stage[After] = after.Length.ToIso();
                }

                SubjectWire.Deciding.Overlay(stage, To, after.To);
                SubjectWire.Deciding.Overlay(stage, Fallback, after.Fallback);
                break;
            default:
                break;
        }
    }

    private static Duration? Length(WireValue stage) => stage.Text(After) is { } text ? Duration.TryParse(text) : null;
}
