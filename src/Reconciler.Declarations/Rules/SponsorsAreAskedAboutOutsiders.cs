using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Rules;

/// <summary>RCN103: internal and external sponsors belong to a connected organization, and the service asks them about users from outside alone (contract 6.1).</summary>
internal sealed class SponsorsAreAskedAboutOutsiders : ICheck
{
    public IEnumerable<Diagnostic> Check(Declaration declaration, EntitlementSet declared, SourceMap sources)
    {
        if (declaration.Entity is not AssignmentPolicy { Requestors: { IsWritten: true, Value.Who: var who } }
            || Outsiders.Are(who))
        {
            return [];
        }

        return Stages.Of(declaration).SelectMany(stage => stage.Stage.Approvers
            .Select((approver, index) => (approver, Path: $"{stage.Path}.approvers[{index}]"))
            .Where(asked => asked.approver is Subject.Sponsors { Kind: SponsorKind.Internal or SponsorKind.External })
            .Select(asked => CheckDiagnostics.SponsorsOfInsiders(sources.Find(declaration.Key, asked.Path))));
    }
}
