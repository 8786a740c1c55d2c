using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN138: others are asked while there is still time to decide (contract 7.4).</summary>
internal sealed class EscalationComesInTime : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        foreach (var (stage, path) in Stages.Of(declaration))
        {
            if (stage.Escalation is Escalation.After escalation && (escalation.Length >= stage.DecideWithin || stage.DecideWithin < Fewest))
            {
                yield return CheckDiagnostics.EscalationTooLate(sources.Find(declaration.Key, stage.DecideWithin < Fewest ? $"{path}.decideWithin" : $"{path}.escalation.after"), escalation.Length, stage.DecideWithin, Fewest);
            }
        }
    }

    private static readonly Duration Fewest = Duration.OfDays(4);
}
