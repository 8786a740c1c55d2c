using System.Text.Json.Nodes;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>A part of a tenant as Graph sent it. What was not asked for, or could not be read, is null.</summary>
internal sealed record TenantReading(
    JsonObject? Settings, IReadOnlyList<JsonObject>? Roles, IReadOnlyList<JsonObject> Organizations, IReadOnlyList<CatalogReading> Catalogs)
{
    /// <summary>The ids of the directory that it names.</summary>
    public IEnumerable<string> DirectoryIds =>
        Catalogs.SelectMany(catalog => catalog.DirectoryIds)
            .Concat(Organizations.SelectMany(ConnectedOrganizationWire.SponsorIds))
            .Concat((Roles ?? []).SelectMany(Reading.DirectoryIds.In));

    /// <summary>What it holds that others may name.</summary>
    public IEnumerable<Reference> References =>
        Organizations.Select(ConnectedOrganizationWire.ToReference).Concat(Catalogs.SelectMany(catalog => catalog.References));

    public IEnumerable<string> IncompatiblePackages =>
        Catalogs.SelectMany(catalog => catalog.Incompatible).Where(other => other.Kind == ReferenceKind.Package).Select(package => package.Id ?? "");

    public TenantSnapshot ToSnapshot(TenantIdentity identity, TenantNames names, Gaps gaps)
    {
        var entities = new List<ActualEntity>();
        entities.AddRange(gaps.Try<ActualEntity>(() => Settings is null ? [] : [SettingsWire.ToEntity(Settings)]));
        entities.AddRange(gaps.Try<ActualEntity>(() => Roles is null ? [] : [RoleAssignmentWire.ToTenantRoles(Roles, names)]));
        entities.AddRange(gaps.Try(() => Organizations.Select(organization => ConnectedOrganizationWire.ToEntity(organization, names)).ToList()));
        entities.AddRange(Catalogs.SelectMany(catalog => gaps.Try(() => Entities(catalog, names))));
        return new TenantSnapshot(identity.Id, identity.DisplayName, entities.ToEquatableArray()) { Gaps = gaps.Sentences };
    }

    private static List<ActualEntity> Entities(CatalogReading reading, TenantNames names)
    {
        var catalog = CatalogWire.ToEntity(reading, names);
        var entities = new List<ActualEntity> { catalog };
        entities.AddRange(reading.Extensions.Select(extension => CustomExtensionWire.ToEntity(extension, reading.Name, catalog.Id)));
        entities.AddRange(reading.Packages.SelectMany(package => EntitiesOf(package, reading.Name, catalog.Id, names)));
        return entities;
    }

    /// <summary>An access package and its policies.</summary>
    public static IEnumerable<ActualEntity> EntitiesOf(JsonObject source, string catalog, string catalogId, TenantNames names)
    {
        var package = AccessPackageWire.ToEntity(source, catalog, catalogId, names);
        return source.Items(AccessPackageWire.Policies)
            .Select(policy => AssignmentPolicyWire.ToEntity(policy, (AccessPackage)package.Entity, package.Id, names))
            .Prepend(package);
    }
}
