using FsCheck;
using FsCheck.Fluent;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>One thing that somebody did in the tenant by hand. It fits every tenant: what there is not enough of is counted round.</summary>
/// <param name="At">Which object.</param>
/// <param name="With">Which value.</param>
internal sealed record Mess(MessKind Kind, int At, int With)
{
    private static readonly Gen<MessKind> Kinds = Gen.Frequency(
    [
        .. Enum.GetValues<MessKind>().Where(kind => kind is not (MessKind.Vanish or MessKind.Alike)).Select(kind => (kind is MessKind.Duplicate or MessKind.RenameToAnother ? 1 : 5, Gen.Constant(kind))),
        .. new[] { MessKind.Change, MessKind.ChangePolicy, MessKind.Rename, MessKind.Enrich, MessKind.Enrich, MessKind.Unmodel }.Select(kind => (15, Gen.Constant(kind))),
    ]);

    public static Gen<Mess> Any { get; } =
        from kind in Kinds from at in Gen.Choose(0, 50) from with in Gen.Choose(0, 50) select new Mess(kind, at, with);

    /// <summary>As often as not one that leaves names that mean several objects, or none.</summary>
    public static Gen<Mess> Untidy { get; } = Gen.Frequency(
        (1, Any),
        (1, from kind in Gen.Elements(MessKind.Vanish, MessKind.Dangle, MessKind.Duplicate, MessKind.RenameToAnother, MessKind.AddCatalog, MessKind.AddPackage, MessKind.Repoint, MessKind.Unmodel, MessKind.Alike, MessKind.Alike)
            from at in Gen.Choose(0, 50)
            from with in Gen.Choose(0, 50)
            select new Mess(kind, at, with)));
}

/// <summary>What people do by hand.</summary>
internal enum MessKind
{
    AddCatalog,
    AddPackage,
    AddPolicy,
    Duplicate,
    Rename,
    RenameToAnother,
    Change,
    ChangePolicy,
    Enrich,
    Escalate,
    Unmodel,
    Dangle,
    Assign,
    AddResource,
    AddApplication,
    AddRole,
    TakeRole,
    Delete,
    Settings,
    AddOrganization,
    ChangeOrganization,
    AddExtension,
    ChangeExtension,
    AddAttribute,
    AddDelegate,
    TakeDelegate,
    AddIncompatible,
    TakeIncompatible,
    Review,
    Automate,
    Repoint,

    /// <summary>Somebody or something leaves the directory. Only where nothing is declared: what names it could not be applied.</summary>
    Vanish,

    /// <summary>A policy becomes another one's likeness, but for the length of an assignment.</summary>
    Alike,
}
