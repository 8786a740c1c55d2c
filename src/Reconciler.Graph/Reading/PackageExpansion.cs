namespace Reconciler.Graph.Reading;

/// <summary>What a listing of access packages is asked to bring along (contract 21).</summary>
/// <param name="Incompatibles">The packages and groups that each excludes, which nobody documents for lists.</param>
/// <param name="Callouts">The callouts of each policy, which nobody documents either.</param>
internal sealed record PackageExpansion(bool Incompatibles, bool Callouts)
{
    /// <summary>The most first: what the service refuses is asked for otherwise.</summary>
    public static readonly PackageExpansion[] InTurn = [new(true, true), new(false, true), new(true, false), new(false, false)];

    public override string ToString() =>
        "$expand=assignmentPolicies" + (Callouts ? "($expand=customExtensionStageSettings($expand=customExtension))" : "")
        + ",resourceRoleScopes($expand=role,scope)"
        + (Incompatibles ? ",incompatibleAccessPackages,incompatibleGroups" : "");
}
