using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Makes any heap of declarations one that the checks let pass, so that cases are about planning and not about findings.</summary>
internal static class Repair
{
    private static readonly Duration ShortestBesideEscalation = Duration.OfDays(4);

    /// <summary>What is left of the declarations, in the order of keys.</summary>
    /// <param name="before">What was declared before, and so is in the tenant.</param>
    /// <param name="besideEscalation">Whether somebody sets up escalations by hand, beside which the service refuses short decisions.</param>
    public static EquatableArray<Declaration> Of(IEnumerable<Declaration> declarations, IEnumerable<Declaration> before, bool besideEscalation)
    {
        var was = before.ToLookup(d => d.Key).ToDictionary(g => g.Key, g => g.First());
        var unique = declarations.Select(d => d.Ensure == Ensure.Present ? d : d with { Entity = d.Entity.Bare(), Previously = [] })
            .DistinctBy(d => d.Key).ToDictionary(d => d.Key);
        List<Declaration> kept = [];
        foreach (var declaration in unique.Values.OrderBy(d => d.Key.Kind))
        {
            if (HasPlace(declaration, unique, was) && Fitting(declaration, unique, was, besideEscalation) is { } fitting)
            {
                kept.Add(fitting with { Previously = Unclaimed(fitting, unique) });
            }
            else
            {
                unique.Remove(declaration.Key);
            }
        }

        return kept.OrderBy(d => d.Key).ToEquatableArray();
    }

    private static bool HasPlace(Declaration declaration, Dictionary<EntityKey, Declaration> all, Dictionary<EntityKey, Declaration> was) => declaration.Key switch
    {
        { Kind: EntityKind.Catalog } key when Catalog.IsBuiltIn(key.Name) => declaration.Ensure != Ensure.Absent,
        { Kind: EntityKind.AccessPackage, Parent: { } catalog } => Catalog.IsBuiltIn(catalog.Name)
            || (all.TryGetValue(catalog, out var parent) ? parent.Ensure != Ensure.Absent || declaration.Ensure == Ensure.Absent : was.ContainsKey(catalog)),
        { Kind: EntityKind.AssignmentPolicy, Parent: { } package } => all.TryGetValue(package, out var parent) && parent.Ensure == Ensure.Present,
        _ => true,
    };

    private static Declaration? Fitting(Declaration declaration, Dictionary<EntityKey, Declaration> all, Dictionary<EntityKey, Declaration> was, bool besideEscalation)
    {
        if (declaration.Ensure != Ensure.Present)
        {
            return declaration;
        }

        return declaration.Entity switch
        {
            AccessPackage package => declaration with { Entity = WithListedRoles(package, all, was) },
            AssignmentPolicy policy => declaration with { Entity = Fitting(policy, declaration, all, was, besideEscalation) },
            _ => declaration,
        };
    }

    private static AccessPackage WithListedRoles(AccessPackage package, Dictionary<EntityKey, Declaration> all, Dictionary<EntityKey, Declaration> was)
    {
        if (!package.ResourceRoles.IsWritten)
        {
            return package;
        }

        var key = EntityKey.Catalog(package.Catalog);
        var listed = Listed(all, key) ?? all.GetValueOrDefault(key)?.Previously.Select(name => Listed(was, EntityKey.Catalog(name))).FirstOrDefault() ?? Listed(was, key) ?? [];
        var resources = listed.ToHashSet();
        return package with { ResourceRoles = package.ResourceRoles.Value.Where(role => resources.Contains(role.Resource)).ToEquatableArray() };
    }

    private static EquatableArray<Reference>? Listed(Dictionary<EntityKey, Declaration> all, EntityKey key) =>
        all.GetValueOrDefault(key)?.Entity is Catalog { Resources: { IsWritten: true, Value: var listed } } ? listed.Select(held => held.Resource).ToEquatableArray() : null;

    private static AssignmentPolicy Fitting(
        AssignmentPolicy policy, Declaration declaration, Dictionary<EntityKey, Declaration> all, Dictionary<EntityKey, Declaration> was, bool besideEscalation)
    {
        var isThere = was.ContainsKey(policy.Key) || !declaration.Previously.IsEmpty;
        var requestors = policy.Requestors.IsWritten || isThere
            ? policy.Requestors
            : new Requestors { Who = new RequestorScope.Everyone(Population.AnyMember) };
        if (requestors.IsWritten)
        {
            var catalog = all.GetValueOrDefault(EntityKey.Catalog(policy.Catalog))?.Entity as Catalog;
            requestors = Fitting(requestors.Value, catalog?.EnabledForExternalUsers.Or(true) ?? true);
        }

        var fromOutside = requestors is { IsWritten: true, Value.Who: RequestorScope.Everyone { Population: Population.AnyExternalUser } };
        var approval = policy.Approval.IsWritten || isThere ? policy.Approval : new Approval.None();
        if (approval is { IsWritten: true, Value: Approval.Required required })
        {
            approval = required with { Stages = required.Stages.Select(stage => Fitting(stage, fromOutside, besideEscalation)).ToEquatableArray() };
        }

        return policy with
        {
            Requestors = requestors,
            Approval = approval,
            Expiration = policy.Expiration.IsWritten || isThere ? policy.Expiration : new Expiration.Never(),
        };
    }

    private static Requestors Fitting(Requestors requestors, bool mayBeFromOutside)
    {
        var who = requestors.Who is RequestorScope.Everyone { Population: Population.AnyExternalUser } && !mayBeFromOutside
            ? new RequestorScope.Everyone(Population.AnyUser)
            : requestors.Who;
        return requestors with
        {
            Who = who,
            MayRequest = requestors.MayRequest && who is not RequestorScope.Everyone { Population: Population.Nobody },
        };
    }

    private static ApprovalStage Fitting(ApprovalStage stage, bool fromOutside, bool besideEscalation)
    {
        var approvers = stage.Approvers
            .Select(a => a is Subject.Sponsors { Kind: not SponsorKind.OfUser } && !fromOutside ? new Subject.Sponsors(SponsorKind.OfUser) : a)
            .Distinct().ToEquatableArray();
        var fallback = stage.Fallback.Select(a => a is Subject.Sponsors { Kind: not SponsorKind.OfUser } && !fromOutside ? new Subject.Manager(2) : a)
            .Distinct().ToEquatableArray();
        return stage with
        {
            Approvers = approvers,
            Fallback = fallback.IsEmpty && approvers.Any(a => a is Subject.Manager or Subject.Sponsors)
                ? [new Subject.Principal(KnownDirectory.Written(KnownDirectory.Everybody[0], withId: false))]
                : fallback,
            DecideWithin = besideEscalation && stage.DecideWithin < ShortestBesideEscalation ? ShortestBesideEscalation : stage.DecideWithin,
        };
    }

    private static EquatableArray<string> Unclaimed(Declaration declaration, Dictionary<EntityKey, Declaration> all)
    {
        var key = declaration.Key;
        return declaration.Previously
            .Where(name => !all.ContainsKey(key.Named(name)) && !(key.Kind == EntityKind.Catalog && Catalog.IsBuiltIn(name)))
            .Where(name => all.Values.First(d => d.Key.Kind == key.Kind && d.Previously.Contains(name) && d.Key.Named(name) == key.Named(name)).Key == key)
            .DistinctBy(NameComparer.Fold).ToEquatableArray();
    }
}
