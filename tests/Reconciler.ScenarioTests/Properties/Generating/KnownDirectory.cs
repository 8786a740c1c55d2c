using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>The users and groups that every generated tenant has. Two groups share a name, so those are always named with their ids.</summary>
internal static class KnownDirectory
{
    public const string Domain = "woodgrove.example";

    private static readonly string[] Users =
        ["megan@woodgrove.example", "diego@woodgrove.example", "ana_fabrikam.com#EXT#@woodgrove.example", "o'hara+1@woodgrove.example", "no@woodgrove.example"];

    private static readonly string[] Groups = ["Ledger readers", "İzmir ırmağı i", "a/b 100% \"x\" & 'y' # z", "🎉 Party: all", "no", "Twins", "Twins"];

    public static IReadOnlyList<Reference> Everybody { get; } =
    [
        .. Users.Select((name, i) => new Reference(ReferenceKind.User, name, $"aaaaaaaa-0000-4000-8000-{i + 1:d12}")),
        .. Groups.Select((name, i) => new Reference(ReferenceKind.Group, name, $"bbbbbbbb-0000-4000-8000-{i + 1:d12}")),
    ];

    public static IReadOnlyList<string> UserIds { get; } = IdsOf(ReferenceKind.User);

    public static IReadOnlyList<string> GroupIds { get; } = IdsOf(ReferenceKind.Group);

    /// <summary>As a file has to write it: an id only where the name alone says too little.</summary>
    public static Reference Written(Reference known, bool withId) => withId || known.Name == "Twins" ? known : known with { Id = null };

    public static JsonObject Seed() => new()
    {
        ["organization"] = new JsonObject { ["name"] = "Woodgrove Bank", ["domain"] = Domain },
        ["users"] = new JsonArray([.. Everybody.Where(r => r.Kind == ReferenceKind.User).Select(r => new JsonObject
        {
            ["id"] = r.Id, ["displayName"] = r.Name?.Split('@')[0], ["userPrincipalName"] = r.Name, ["guest"] = r.Name?.Contains("#EXT#"),
        })]),
        ["groups"] = new JsonArray([.. Everybody.Where(r => r.Kind == ReferenceKind.Group).Select(r => new JsonObject { ["id"] = r.Id, ["displayName"] = r.Name })]),
    };

    private static string[] IdsOf(ReferenceKind kind) => [.. Everybody.Where(r => r.Kind == kind).Select(r => r.Id).OfType<string>()];
}
