using System.Collections.Frozen;

namespace Reconciler.Graph.Wire;

/// <summary>The words that Graph says over and over, of which one copy is enough.</summary>
internal static class KnownTexts
{
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Words = FrozenSet.ToFrozenSet(
    [
        "", "singleUser", "groupMembers", "connectedOrganizationMembers", "singleServicePrincipal", "requestorManager", "targetManager", "internalSponsors", "externalSponsors",
        "accessPackageTextInputQuestion", "accessPackageMultipleChoiceQuestion", "user", "group", "servicePrincipal",
    ]).GetAlternateLookup<ReadOnlySpan<char>>();

    public static string Of(ReadOnlySpan<char> text) => Words.TryGetValue(text, out var known) ? known : text.ToString();
}
