using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>Writes what the tenant names by id as people name it: by its name alone where that means one object, with its id beside it otherwise.</summary>
/// <param name="names">What the directory answered to the names alone.</param>
/// <param name="isDeclared">Whether an object is one that the files declare.</param>
internal sealed class ReferenceNaming(ExportedKeys keys, TenantSnapshot snapshot, Resolution names, Func<EntityKind, string, bool> isDeclared)
{
    private readonly Dictionary<string, ActualEntity> _byId = snapshot.Entities.DistinctBy(a => a.Id).ToDictionary(a => a.Id);

    /// <summary>What the directory has to be asked for so that this can be told.</summary>
    public static Reference? Asked(Reference reference) =>
        reference.Kind.IsEntity() || reference.Kind == ReferenceKind.Site || reference.Name is null ? null : new Reference(reference.Kind, reference.Name);

    public Entity Named(Entity entity)
    {
        var named = References.Rewrite(entity, reference => Named(reference));
        return named is AccessPackage { ResourceRoles: { IsWritten: true, Value: var roles } } package
            ? package with { ResourceRoles = roles.Zip(((AccessPackage)entity).ResourceRoles.Value, WithRole).ToEquatableArray() }
            : named;
    }

    private Reference Named(Reference reference) => reference switch
    {
        { Kind: ReferenceKind.Organization or ReferenceKind.Package or ReferenceKind.Extension or ReferenceKind.Policy } => Entity(reference),
        { Kind: ReferenceKind.Site, Name: { } address } => new Reference(ReferenceKind.Site, address),
        { Name: { } name } when SayableName.Of(name) == name && name != Reference.Deleted && names.Candidates(new Reference(reference.Kind, name)) is [var only] && only.Equals(reference) => new Reference(reference.Kind, name),
        { Name: { } name } => new Reference(reference.Kind, SayableName.Of(name), reference.Id),
        _ => reference,
    };

    private Reference Entity(Reference reference)
    {
        var kind = KindOf(reference.Kind);
        if (reference.Id is not { } id || keys.Find(kind, id) is not { } key)
        {
            // An extension is called by its name alone: one that is gone can't be.
            return reference.Kind == ReferenceKind.Package
                ? new Reference(reference.Kind, reference.Name is null ? null : SayableName.Of(reference.Name), reference.Id) { Catalog = SayableName.Of(reference.Catalog ?? Reference.Deleted) }
                : reference with { Name = reference.Kind == ReferenceKind.Extension || reference.Name is null ? null : SayableName.Of(reference.Name) };
        }

        var isTold = isDeclared(kind, id) || reference.Kind == ReferenceKind.Extension;
        isTold &= key.Name != Reference.Deleted || reference.Kind == ReferenceKind.Extension;
        return new Reference(reference.Kind, isTold ? key.Name : ExportedKeys.NameOf(_byId[id]), isTold ? null : id)
        {
            Catalog = reference.Kind == ReferenceKind.Package ? key.Path[0] : null,
        };
    }

    /// <summary>An application can have two roles of one name, and a role that has none.</summary>
    private ResourceRole WithRole(ResourceRole named, ResourceRole actual) => actual.Role is not Role.Named { Id: { } id } role ? named : named with
    {
        Role = role.Name is { } name && SayableName.Of(name) == name && (names.RolesOf(actual.Resource) is not { } known || known.Count(one => one.Name is not null && NameComparer.Instance.Equals(one.Name, name)) == 1)
            ? new Role.Named(name)
            : new Role.Named(null, id),
    };

    private static EntityKind KindOf(ReferenceKind kind) => kind switch
    {
        ReferenceKind.Organization => EntityKind.ConnectedOrganization,
        ReferenceKind.Package => EntityKind.AccessPackage,
        ReferenceKind.Extension => EntityKind.CustomExtension,
        _ => EntityKind.AssignmentPolicy,
    };
}
