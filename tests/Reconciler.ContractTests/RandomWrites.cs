using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>Writes of every sort at random, about what a tenant has and about what they make themselves. The service refuses some.</summary>
internal sealed class RandomWrites(Random random, TenantSnapshot snapshot)
{
    private static readonly Reference[] Groups = [Given.Marketing, Given.Approvers, Given.Odd, Given.Twin];
    private static readonly Reference[] Users = [Given.Megan, Given.Isaiah, Given.OHara];
    private readonly List<Handle> _handles = [.. snapshot.Entities.Select(actual => HandleOf(snapshot, actual))];
    private int _made;

    public TenantWrite Next() => random.Next(18) switch
    {
        0 => Create(new Catalog { Name = Name() }, null),
        1 => Create(new ConnectedOrganization { Name = Name(), IdentitySources = EquatableArray.Create<IdentitySource>([new IdentitySource.Domain($"n{_made}.example")]) }, null),
        2 => Any(EntityKind.Catalog) is var home ? Create(new AccessPackage { Catalog = home.Key.Name, Name = Name() }, home) : throw new InvalidOperationException(),
        3 or 4 => Any(EntityKind.AccessPackage) is var home ? Create(Policy(home, Name()), home) : throw new InvalidOperationException(),
        5 => Update(Any(EntityKind.Catalog), target => new Catalog { Name = target.Key.Name, Description = Name() }),
        6 => Update(Any(EntityKind.AccessPackage), target => new AccessPackage { Catalog = target.Key.Path[0], Name = target.Key.Name, Description = Name() }),
        7 => Update(Any(EntityKind.ConnectedOrganization), target => new ConnectedOrganization { Name = target.Key.Name, Description = Name() }),
        8 => Update(Any(EntityKind.AssignmentPolicy), target => new AssignmentPolicy { Catalog = target.Key.Path[0], Package = target.Key.Path[1], Name = target.Key.Name, Description = Name() }),
        9 => new TenantWrite.Delete(Any(EntityKind.AccessPackage)),
        10 => new TenantWrite.Delete(Any(random.Next(2) == 0 ? EntityKind.AssignmentPolicy : EntityKind.ConnectedOrganization)),
        11 => new TenantWrite.AddItem(Any(EntityKind.Catalog), new ListItem.ResourceOf(new CatalogResource { Resource = Pick(Groups) })),
        12 => Item(Any(EntityKind.AccessPackage), new ListItem.RoleOf(new ResourceRole { Resource = Pick(Groups), Role = new Role.OfGroup(GroupRole.Member) })),
        13 => Item(Any(EntityKind.AccessPackage), new ListItem.Incompatible(Pick([Given.Odd, Given.Reader, Given.Newcomer]))),
        14 => Item(Any(EntityKind.Catalog), new ListItem.RoleHolder(EntitlementRole.CatalogReader, Pick(Users))),
        15 => Renamed(Named(random.Next(2) == 0 ? Given.Newcomer : Given.Fabrikam)),
        16 => new TenantWrite.Delete(Named(Given.Newcomer)),
        _ => random.Next(2) == 0
            ? Item(Any(EntityKind.ConnectedOrganization), new ListItem.Sponsor(SponsorKind.Internal, Pick(Users)))
            : Item(Given.TenantRolesHandle, new ListItem.RoleHolder(EntitlementRole.CatalogCreator, Pick(Users))),
    };

    /// <summary>Takes note of what was made, so that more can be built on it.</summary>
    public void Made(TenantWrite write, string? id)
    {
        if (write is TenantWrite.Create create)
        {
            _handles.Add(new Handle(create.Declared.Key, id, create.Parent));
        }
    }

    private static Handle HandleOf(TenantSnapshot snapshot, ActualEntity actual) => new(
        actual.Entity.Key,
        actual.Id,
        snapshot.Entities.FirstOrDefault(other => other.Id == actual.ParentId) is { } parent ? HandleOf(snapshot, parent) : null);

    private static AssignmentPolicy Policy(Handle package, string name) => new()
    {
        Catalog = package.Key.Path[0],
        Package = package.Key.Path[1],
        Name = name,
        Requestors = new Requestors { Who = new RequestorScope.Listed([Given.Isaiah, Given.Odd]) },
        Approval = new Approval.None(),
        Expiration = new Expiration.Never(),
    };

    private static TenantWrite.Create Create(Entity declared, Handle? parent) => new TenantWrite.Create(declared, parent);

    private TenantWrite.Update Update(Handle target, Func<Handle, Entity> changes)
    {
        var renames = random.Next(2) == 0 && target.Key.Name != Catalog.BuiltInName;
        var named = renames ? target with { Key = target.Key.Named(Name()) } : target;
        return new TenantWrite.Update(named, changes(named), renames);
    }

    // Others name these, and say so where nobody has written.
    private Handle Named(Reference reference) => _handles.First(handle => handle.Id == reference.Id);

    private TenantWrite.Update Renamed(Handle target)
    {
        var named = target with { Key = target.Key.Named(Name()) };
        return new TenantWrite.Update(named, named.Key.Kind == EntityKind.AccessPackage ? new AccessPackage { Catalog = named.Key.Path[0], Name = named.Key.Name } : new ConnectedOrganization { Name = named.Key.Name }, Renames: true);
    }

    private TenantWrite Item(Handle target, ListItem item) => random.Next(3) == 0 ? new TenantWrite.RemoveItem(target, item) : new TenantWrite.AddItem(target, item);

    private Handle Any(EntityKind kind) => Pick([.. _handles.Where(handle => handle.Key.Kind == kind)]);

    private T Pick<T>(T[] from) => from[random.Next(from.Length)];

    private string Name() => $"New {++_made}";
}
