using System.Collections.Immutable;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>
/// Goes through every reference that an entity of a tenant makes, and puts another in its place. The table of fields can do it too, for entities as they are
/// declared: this way costs a tenth, which counts for tens of thousands, and what changes nothing makes nothing. A test holds both together.
/// </summary>
internal static class EntityReferences
{
    public static Entity Each(Entity entity, Func<Reference, Reference> change) => entity switch
    {
        AccessPackage package => Each(package, change),
        AssignmentPolicy policy => Each(policy, change),
        Catalog catalog => catalog with { Resources = Each(catalog.Resources, resource => Each(resource, change)), Delegates = Each(catalog.Delegates, change) },
        ConnectedOrganization { Sponsors: { IsWritten: true, Value: var sponsors } } organization =>
            organization with { Sponsors = new Sponsors { Internal = Each(sponsors.Internal, change), External = Each(sponsors.External, change) } },
        TenantRoles roles => roles with
        {
            CatalogCreators = Each(roles.CatalogCreators, change),
            ConnectedOrganizationAdministrators = Each(roles.ConnectedOrganizationAdministrators, change),
        },
        _ => entity,
    };

    private static AccessPackage Each(AccessPackage package, Func<Reference, Reference> change) => package with
    {
        ResourceRoles = Each(package.ResourceRoles, role => change(role.Resource) is var named && ReferenceEquals(named, role.Resource) ? role : role with { Resource = named }),
        IncompatibleWith = Each(package.IncompatibleWith, change),
    };

    private static AssignmentPolicy Each(AssignmentPolicy policy, Func<Reference, Reference> change) => policy with
    {
        Requestors = policy.Requestors.IsWritten ? Each(policy.Requestors.Value, change) : policy.Requestors,
        Approval = policy.Approval is { IsWritten: true, Value: Approval.Required approval }
            ? approval with { Stages = Each(approval.Stages, stage => Each(stage, change)) }
            : policy.Approval,
        Review = policy.Review is { IsWritten: true, Value: Review.Recurring review }
            ? review with { Reviewers = Each(review.Reviewers, change), Fallback = Each(review.Fallback, change) }
            : policy.Review,
        Callouts = Each(policy.Callouts, callout => callout with { Run = change(callout.Run) }),
    };

    private static Requestors Each(Requestors requestors, Func<Reference, Reference> change) =>
        requestors is { Who: RequestorScope.Everyone or RequestorScope.Unmodelled, OnBehalf: OnBehalf.None } ? requestors : requestors with
        {
            Who = requestors.Who is RequestorScope.Listed listed ? new RequestorScope.Listed(Each(listed.Principals, change)) : requestors.Who,
            OnBehalf = requestors.OnBehalf is OnBehalf.By by ? by with { Who = Each(by.Who, change) } : requestors.OnBehalf,
        };

    private static ApprovalStage Each(ApprovalStage stage, Func<Reference, Reference> change) => stage with
    {
        Approvers = Each(stage.Approvers, change),
        Fallback = Each(stage.Fallback, change),
        Escalation = stage.Escalation is Escalation.After after ? after with { To = Each(after.To, change), Fallback = Each(after.Fallback, change) } : stage.Escalation,
    };

    private static CatalogResource Each(CatalogResource resource, Func<Reference, Reference> change) => resource with { Resource = change(resource.Resource) };

    private static Setting<Delegates> Each(Setting<Delegates> delegates, Func<Reference, Reference> change) => !delegates.IsWritten ? delegates : new Delegates
    {
        Owners = Each(delegates.Value.Owners, change),
        Readers = Each(delegates.Value.Readers, change),
        AccessPackageManagers = Each(delegates.Value.AccessPackageManagers, change),
        AssignmentManagers = Each(delegates.Value.AssignmentManagers, change),
    };

    private static EquatableArray<Subject> Each(EquatableArray<Subject> subjects, Func<Reference, Reference> change) =>
        Each(subjects, subject => subject is Subject.Principal { Who: var who } && change(who) is var named && !ReferenceEquals(named, who) ? new Subject.Principal(named) : subject);

    private static Setting<EquatableArray<T>> Each<T>(Setting<EquatableArray<T>> items, Func<T, T> change)
        where T : class => items.IsWritten ? Each(items.Value, change) : items;

    private static EquatableArray<T> Each<T>(EquatableArray<T> items, Func<T, T> change)
        where T : class
    {
        if (items.IsEmpty)
        {
            return items;
        }

        var changed = ImmutableArray.CreateBuilder<T>(items.Count);
        var isSame = true;
        foreach (var item in items)
        {
            var other = change(item);
            isSame &= ReferenceEquals(other, item);
            changed.Add(other);
        }

        return isSame ? items : new EquatableArray<T>(changed.MoveToImmutable());
    }
}
