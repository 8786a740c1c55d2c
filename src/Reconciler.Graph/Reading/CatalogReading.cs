using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>A catalog with what is in it, as Graph sent it.</summary>
internal sealed record CatalogReading(
    JsonObject Catalog,
    IReadOnlyList<JsonObject> Resources,
    IReadOnlyList<JsonObject> RoleAssignments,
    IReadOnlyList<JsonObject> Extensions,
    IReadOnlyList<JsonObject> Packages)
{
    public string Name => CatalogWire.Name(Catalog);

    /// <summary>The ids of the directory that it names.</summary>
    public IEnumerable<string> DirectoryIds =>
        Resources.Concat(RoleAssignments).Concat(Packages).SelectMany(Reading.DirectoryIds.In)
            .Concat(Incompatible.Where(other => other.Kind == ReferenceKind.Group).Select(group => group.Id ?? ""));

    /// <summary>The packages and groups that its packages exclude.</summary>
    public IEnumerable<Reference> Incompatible => Packages.SelectMany(AccessPackageWire.Incompatible);

    /// <summary>What others may name of it.</summary>
    public IEnumerable<Reference> References =>
        Packages.Select(package => AccessPackageWire.ToReference(package, Name)).Concat(Extensions.Select(CustomExtensionWire.ToReference));
}
