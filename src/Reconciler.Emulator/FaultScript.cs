using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;

namespace Reconciler.Emulator;

/// <summary>
/// Particular requests and what goes wrong with them. The first step whose turn it is answers; each step counts the requests it fits,
/// from when the script was given to the tenant.
/// </summary>
public sealed record FaultScript(IReadOnlyList<FaultStep> Steps)
{
    /// <summary>Reads <c>[ { "when": { "method": "POST", "path": "…/assignmentPolicies", "nth": 2 }, "then": { "status": 503 } } ]</c>.</summary>
    /// <param name="steps">The list; see <see cref="FaultStep"/> for what a step may say.</param>
    /// <param name="place">The JSON pointer of the list, with which messages start.</param>
    /// <exception cref="BehaviourException">A step is not to be understood.</exception>
    public static FaultScript Read(JsonArray steps, string place = "")
    {
        ArgumentNullException.ThrowIfNull(steps);
        return new([.. steps.Select((step, index) => FaultStepJson.Read(step, $"{place}/{index}"))]);
    }

    public JsonArray Write() => new([.. Steps.Select(FaultStepJson.Write)]);
}
