using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>A connected organization with its sponsors, as far as they came with it.</summary>
internal sealed record OrganizationReading(ActualEntity Organization, IReadOnlyList<Reference>? Internal, IReadOnlyList<Reference>? External)
{
    public Reference AsReference => new(ReferenceKind.Organization, Organization.Entity.Key.Name, Organization.Id);

    public static OrganizationReading From(WireValue organization) => new(
        ConnectedOrganizationWire.ToEntity(organization),
        MissingLists.Expanded(organization, ConnectedOrganizationWire.InternalSponsors, ConnectedOrganizationWire.Sponsor),
        MissingLists.Expanded(organization, ConnectedOrganizationWire.ExternalSponsors, ConnectedOrganizationWire.Sponsor));

    /// <summary>The organization; its sponsors only where they were read.</summary>
    public ActualEntity Entity => Internal is null || External is null
        ? Organization
        : Organization with
        {
            Entity = (ConnectedOrganization)Organization.Entity with
            {
                Sponsors = new Sponsors { Internal = Internal.ToEquatableArray(), External = External.ToEquatableArray() },
            },
        };
}
