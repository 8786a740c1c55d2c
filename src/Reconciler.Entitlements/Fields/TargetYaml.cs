using System.Collections.Immutable;

namespace Reconciler.Entitlements.Fields;

/// <summary>The entity that an <see cref="Ignore"/> or a <see cref="Waiver"/> is about, as written: keys that together name one.</summary>
public sealed record TargetYaml
{
    /// <summary>The ways to name an entity: the keys that stand together, and the key they make.</summary>
    public static ImmutableArray<TargetForm> Forms { get; } =
    [
        new([TargetFields.Settings], _ => EntityKey.Settings),
        new([TargetFields.TenantRoles], _ => EntityKey.TenantRoles),
        new([TargetFields.Organization], t => EntityKey.Organization(t.Organization)),
        new([TargetFields.Catalog], t => EntityKey.Catalog(t.Catalog)),
        new([TargetFields.Catalog, TargetFields.Extension], t => EntityKey.Extension(t.Catalog, t.Extension)),
        new([TargetFields.Catalog, TargetFields.Package], t => EntityKey.Package(t.Catalog, t.Package)),
        new([TargetFields.Catalog, TargetFields.Package, TargetFields.Policy], t => EntityKey.Policy(t.Catalog, t.Package, t.Policy)),
        new([TargetFields.Catalog, TargetFields.Package, TargetFields.Assignment], t => EntityKey.Assignment(t.Catalog, t.Package, t.Assignment)),
    ];

    /// <summary>The keys that are true or false: false says nothing.</summary>
    public static ImmutableArray<Field> Truths { get; } = [.. TargetFields.Shape.Fields.Where(field => field.Shape is Shape.Truth)];

    public string Catalog { get; init; } = "";

    public string Package { get; init; } = "";

    public string Policy { get; init; } = "";

    public string Extension { get; init; } = "";

    public string Organization { get; init; } = "";

    /// <summary>The user principal name of whose assignment it is.</summary>
    public string Assignment { get; init; } = "";

    public bool Settings { get; init; }

    public bool TenantRoles { get; init; }

    /// <summary>What is written to name an entity.</summary>
    public static TargetYaml Of(EntityKey key) => key.Kind switch
    {
        EntityKind.Settings => new TargetYaml { Settings = true },
        EntityKind.TenantRoles => new TargetYaml { TenantRoles = true },
        EntityKind.ConnectedOrganization => new TargetYaml { Organization = key.Name },
        EntityKind.Catalog => new TargetYaml { Catalog = key.Name },
        EntityKind.CustomExtension => new TargetYaml { Catalog = key.Path[0], Extension = key.Name },
        EntityKind.AccessPackage => new TargetYaml { Catalog = key.Path[0], Package = key.Name },
        EntityKind.AssignmentPolicy => new TargetYaml { Catalog = key.Path[0], Package = key.Path[1], Policy = key.Name },
        _ => new TargetYaml { Catalog = key.Path[0], Package = key.Path[1], Assignment = key.Name },
    };

    /// <summary>The entity's key; null where what is written names none.</summary>
    public EntityKey? ToKey()
    {
        var written = TargetFields.Shape.Fields.Where(field => field.Get(this) is true or string { Length: > 0 }).ToArray();
        return Forms.FirstOrDefault(form => form.Fields.ToHashSet().SetEquals(written))?.Make(this);
    }
}

/// <summary>One way to name an entity. <paramref name="Make"/> is asked only where all of the fields are written.</summary>
public sealed record TargetForm(ImmutableArray<Field> Fields, Func<TargetYaml, EntityKey> Make);
