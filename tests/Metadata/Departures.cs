using System.Text.RegularExpressions;

namespace Reconciler.Tests.Metadata;

/// <summary>What may be sent although the metadata does not say so, each with its reason.</summary>
internal static partial class Departures
{
    private static readonly (Regex Path, string Why)[] Paths =
    [
        (Organization(), "The excerpt of the metadata leaves the organization out; every directory has it."),
        (Skus(), "The excerpt leaves licences out; they are looked at after a 403 (contract 1.2)."),
        (Site(), "Sites are addressed by host and path, which is no OData (contract 15)."),
    ];

    private static readonly (string Type, string Member, string Why)[] Members =
    [
        ("accessPackageAssignment", "targetId", "Only in a request (contract 8)."),
        ("accessPackageAssignment", "assignmentPolicyId", "Only in a request (contract 8)."),
        ("accessPackageAssignment", "accessPackageId", "Only in a request (contract 8)."),
    ];

    private static readonly (string Type, string Why)[] NamedThoughAbstract =
    [
        ("microsoft.graph.customExtensionCallbackConfiguration", "The documented request names it, and its one subtype is for dynamic approval alone (contract 13, example 076)."),
    ];

    public static bool IsKnownPath(string path) => Paths.Any(departure => departure.Path.IsMatch(path));

    public static bool IsKnownMember(Complaint complaint) =>
        NamedThoughAbstract.Any(departure => complaint.What == RequestBody.IsAbstract(departure.Type))
        || Members.Any(departure => departure.Member == complaint.Word && complaint.What.Contains(departure.Type, StringComparison.Ordinal));

    [GeneratedRegex("^/organization(/[^/]+)?$")]
    private static partial Regex Organization();

    [GeneratedRegex("^/subscribedSkus$")]
    private static partial Regex Skus();

    [GeneratedRegex("^/sites/[^/]+(:/.*)?$")]
    private static partial Regex Site();
}
