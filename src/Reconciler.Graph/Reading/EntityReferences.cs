using System.Runtime.InteropServices;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Reading;

/// <summary>
/// Goes through every reference that an entity of a tenant makes, and puts another in its place. The table of fields can do it too, for entities as they are
/// declared: this way costs a tenth, which counts for tens of thousands. What changes nothing makes nothing, and what several entities share is gone through
/// once and shared again. A test holds both together. Of one thread at a time.
/// </summary>
internal sealed class EntityReferences
{
    private readonly Dictionary<object, object> _changed = new(ReferenceEqualityComparer.Instance);
    private readonly Func<Reference, Reference> _change;
    private readonly Func<Subject, Subject> _subject;
    private readonly Func<ResourceRole, ResourceRole> _role;
    private readonly Func<ApprovalStage, ApprovalStage> _stage;
    private readonly Func<CatalogResource, CatalogResource> _resource;
    private readonly Func<Callout, Callout> _callout;
    private readonly Func<Requestors, Requestors> _requestors;
    private readonly Func<Approval, Approval> _approval;
    private readonly Func<Review, Review> _review;

    public EntityReferences(Func<Reference, Reference> change)
    {
        (_change, _subject, _stage, _callout, _requestors) = (change, Each, Each, Each, Each);
        Func<Approval, Approval> ofApproval = Each;
        Func<Review, Review> ofReview = Each;
        _approval = approval => approval is Approval.Required ? Once(approval, ofApproval) : approval;
        _review = review => review is Review.Recurring ? Once(review, ofReview) : review;
        Func<ResourceRole, ResourceRole> named = role => change(role.Resource) is var other && ReferenceEquals(other, role.Resource) ? role : role with { Resource = other };
        _role = role => Once(role, named);
        _resource = resource => change(resource.Resource) is var other && ReferenceEquals(other, resource.Resource) ? resource : resource with { Resource = other };
    }

    public static Entity Each(Entity entity, Func<Reference, Reference> change) => new EntityReferences(change).Each(entity);

    public Entity Each(Entity entity) => entity switch
    {
        AccessPackage package => Each(package),
        AssignmentPolicy policy => Each(policy),
        Catalog catalog => catalog with { Resources = Each(catalog.Resources, _resource), Delegates = Each(catalog.Delegates) },
        ConnectedOrganization { Sponsors: { IsWritten: true, Value: var sponsors } } organization =>
            organization with { Sponsors = new Sponsors { Internal = Each(sponsors.Internal, _change), External = Each(sponsors.External, _change) } },
        TenantRoles roles => roles with
        {
            CatalogCreators = Each(roles.CatalogCreators, _change),
            ConnectedOrganizationAdministrators = Each(roles.ConnectedOrganizationAdministrators, _change),
        },
        _ => entity,
    };

    private T Once<T>(T item, Func<T, T> change)
        where T : class
    {
        if (!_changed.TryGetValue(item, out var changed))
        {
            _changed[item] = changed = change(item);
        }

        return (T)changed;
    }

    private AccessPackage Each(AccessPackage package)
    {
        var isSame = true;
        var (roles, incompatible) = (Each(package.ResourceRoles, _role, ref isSame), Each(package.IncompatibleWith, _change, ref isSame));
        return isSame ? package : package with { ResourceRoles = roles, IncompatibleWith = incompatible };
    }

    private AssignmentPolicy Each(AssignmentPolicy policy)
    {
        var isSame = true;
        var callouts = Each(policy.Callouts, _callout, ref isSame);
        var requestors = Each(policy.Requestors, _requestors, ref isSame);
        var approval = Each(policy.Approval, _approval, ref isSame);
        var review = Each(policy.Review, _review, ref isSame);
        return isSame ? policy : policy with { Requestors = requestors, Approval = approval, Review = review, Callouts = callouts };
    }

    private Approval Each(Approval approval)
    {
        var isSame = true;
        return approval is Approval.Required required && Each(required.Stages, _stage, ref isSame) is var stages && !isSame
            ? required with { Stages = stages }
            : approval;
    }

    private Review Each(Review review)
    {
        if (review is not Review.Recurring recurring)
        {
            return review;
        }

        var isSame = true;
        var (reviewers, fallback) = (Each(recurring.Reviewers, _subject, ref isSame), Each(recurring.Fallback, _subject, ref isSame));
        return isSame ? review : recurring with { Reviewers = reviewers, Fallback = fallback };
    }

    private Requestors Each(Requestors requestors)
    {
        var isSame = true;
        var principals = requestors.Who is RequestorScope.Listed listed ? Each(listed.Principals, _change, ref isSame) : [];
        var others = requestors.OnBehalf is OnBehalf.By by ? Each(by.Who, _subject, ref isSame) : [];
        return isSame ? requestors : requestors with
        {
            Who = requestors.Who is RequestorScope.Listed ? new RequestorScope.Listed(principals) : requestors.Who,
            OnBehalf = requestors.OnBehalf is OnBehalf.By asking ? asking with { Who = others } : requestors.OnBehalf,
        };
    }

    private ApprovalStage Each(ApprovalStage stage)
    {
        var isSame = true;
        var (approvers, fallback) = (Each(stage.Approvers, _subject, ref isSame), Each(stage.Fallback, _subject, ref isSame));
        var escalation = stage.Escalation is Escalation.After after
            ? after with { To = Each(after.To, _subject, ref isSame), Fallback = Each(after.Fallback, _subject, ref isSame) }
            : stage.Escalation;
        return isSame ? stage : stage with { Approvers = approvers, Fallback = fallback, Escalation = escalation };
    }

    private Callout Each(Callout callout) => _change(callout.Run) is var named && ReferenceEquals(named, callout.Run) ? callout : callout with { Run = named };

    private Subject Each(Subject subject) =>
        subject is Subject.Principal { Who: var who } && _change(who) is var named && !ReferenceEquals(named, who) ? new Subject.Principal(named) : subject;

    private Setting<Delegates> Each(Setting<Delegates> delegates) => !delegates.IsWritten ? delegates : new Delegates
    {
        Owners = Each(delegates.Value.Owners, _change),
        Readers = Each(delegates.Value.Readers, _change),
        AccessPackageManagers = Each(delegates.Value.AccessPackageManagers, _change),
        AssignmentManagers = Each(delegates.Value.AssignmentManagers, _change),
    };

    private static Setting<T> Each<T>(Setting<T> setting, Func<T, T> change, ref bool isSame)
        where T : class
    {
        if (!setting.IsWritten || change(setting.Value) is var changed && ReferenceEquals(changed, setting.Value))
        {
            return setting;
        }

        isSame = false;
        return changed;
    }

    private static Setting<EquatableArray<T>> Each<T>(Setting<EquatableArray<T>> items, Func<T, T> change)
        where T : class
    {
        var isSame = true;
        return Each(items, change, ref isSame);
    }

    private static Setting<EquatableArray<T>> Each<T>(Setting<EquatableArray<T>> items, Func<T, T> change, ref bool isSame)
        where T : class => items.IsWritten ? Each(items.Value, change, ref isSame) : items;

    private static EquatableArray<T> Each<T>(EquatableArray<T> items, Func<T, T> change, ref bool isSame)
        where T : class
    {
        T[]? changed = null;
        for (var index = 0; index < items.Count; index++)
        {
            var (item, other) = (items[index], change(items[index]));
            if (changed is null && !ReferenceEquals(other, item))
            {
                changed = [.. items];
            }

            changed?[index] = other;
        }

        isSame &= changed is null;
        return changed is null ? items : new EquatableArray<T>(ImmutableCollectionsMarshal.AsImmutableArray(changed));
    }
}
