using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>The grants for people: for an application with what each is for, for a person what differs, and lines to paste.</summary>
internal static class PermissionsText
{
    public static IEnumerable<Line> Lines(PermissionsReport report)
    {
        foreach (var purpose in report.Purposes)
        {
            foreach (var kind in Kinds(report.Caller))
            {
                yield return Line.Of(Heading(purpose, kind), Ink.Strong);
                // What each is for stands with the application's already.
                var isWhyShown = kind == CallerKind.Application || report.Caller == CallerKind.Person;
                foreach (var line in PermissionRow.Of(purpose, kind == CallerKind.Person).SelectMany(row => Row(row, IsAsked(report, purpose, kind), isWhyShown)))
                {
                    yield return line;
                }

                yield return Line.Empty;
            }
        }

        foreach (var note in Notes(report))
        {
            yield return Line.Of(Printable.Of(note));
        }

        foreach (var line in Pastes(report).SelectMany(paste => new[] { Line.Of(paste.Title), Line.Verbatim(2, new Run(paste.Line)) }))
        {
            yield return line;
        }

        yield return Line.Of(Printable.Of(Summary(report)), report.LacksSome ? Ink.Fails : Ink.Strong);
    }

    public static string Heading(PermissionsPurpose purpose, CallerKind kind) =>
        kind == CallerKind.Person ? $"{purpose.Command} needs, where a person signs in (delegated permissions):" : $"{purpose.Command} needs, for an application (application permissions):";

    /// <summary>Whether what was found out is about this kind of caller.</summary>
    public static bool IsAsked(PermissionsReport report, PermissionsPurpose purpose, CallerKind kind) =>
        purpose.Standings.Count > 0 && (report.Caller == CallerKind.Unknown || report.Caller == kind);

    /// <summary>Whose permissions are shown: those of whoever signed in, or everybody's.</summary>
    public static IEnumerable<CallerKind> Kinds(CallerKind caller) => caller is CallerKind.Application or CallerKind.Person ? [caller] : [CallerKind.Application, CallerKind.Person];

    public static IEnumerable<string> Notes(PermissionsReport report)
    {
        if (report.NotAsked is { } why)
        {
            yield return why == "--offline" ? "A tenant that holds users, groups, applications or sites of which the files name none needs reading those too."
                : $"Which of them are there can't be told: {why}";
        }

        if (report.Caller == CallerKind.Anybody)
        {
            yield return $"{report.Tenant} is an embedded tenant: it holds nobody to grants, and everything is allowed.";
        }

        if (!report.OwnedCatalogs.IsEmpty)
        {
            yield return $"Less is enough: the workspace is about {Catalogs(report)} alone. In place of EntitlementManagement.ReadWrite.All the application can be made Catalog owner there "
                + "(Catalog reader to plan), and then reaches no other catalog; to make a new one it needs to be Catalog creator.";
        }

        if (report.Purposes.Any(purpose => purpose.Command == "apply"))
        {
            yield return "apply needs the permissions over groups, applications and sites only while it adds or removes one as a resource of a catalog; it looks before the first write.";
        }
    }

    /// <summary>What can be pasted: for each command a line for whoever signs in, with what is not known to be there.</summary>
    public static IEnumerable<(string Title, string Line)> Pastes(PermissionsReport report) =>
        from kind in report.Caller == CallerKind.Anybody ? [] : Kinds(report.Caller)
        let isPerson = kind == CallerKind.Person
        from purpose in report.Purposes
        let isAsked = IsAsked(report, purpose, kind)
        let grants = PermissionRow.Of(purpose, isPerson).Where(row => !isAsked || row.Standing != Standing.Held).Select(row => row.Grant).OfType<string>().ToList()
        where grants.Count > 0
        select ($"To give an application, whose id is in $app, what {purpose.Command} {(isAsked ? "lacks" : "needs")}{(isPerson ? " where a person signs in" : "")}:", Paste(grants, isPerson));

    public static string Summary(PermissionsReport report)
    {
        var (missing, unknown) = (Count(report, Standing.Missing), Count(report, Standing.Unknown));
        return report.Caller == CallerKind.Anybody ? "Nothing is missing."
            : missing > 0 ? $"{(missing == 1 ? "1 permission is" : $"{missing} permissions are")} missing."
            : report.Purposes.All(purpose => purpose.Standings.IsEmpty) ? "Nobody was asked which of them are there."
            : unknown > 0 ? "Nothing is known to be missing."
            : "Nothing is missing.";
    }

    private static int Count(PermissionsReport report, Standing standing) => report.Purposes
        .SelectMany(purpose => PermissionRow.Of(purpose, report.Caller == CallerKind.Person)).Where(row => row.Standing == standing).Select(row => row.Grant).Distinct().Count();

    private static IEnumerable<Line> Row(PermissionRow row, bool isAsked, bool isWhyShown)
    {
        var ink = row.Standing switch { Standing.Held => Ink.Adds, Standing.Missing => Ink.Fails, _ => Ink.Warns };
        yield return Line.Of(2, [.. isAsked ? [new Run($"{PermissionRow.Word(row.Standing),-14}  ", ink)] : Array.Empty<Run>(), new Run(Title(row), Ink.Strong)]);
        foreach (var (what, place) in isWhyShown ? row.Why() : [])
        {
            yield return Line.Of(isAsked ? 18 : 4, new Run(Printable.Of(what)), new Run(place is null ? "" : $" ({Printable.Of(place)})", Ink.Faint));
        }
    }

    private static string Title(PermissionRow row) =>
        row.Grant is not { } grant ? $"to be {row.Role}" : row.Role is { } role ? $"{grant}, and to be {role}" : grant;

    private static string Catalogs(PermissionsReport report) =>
        $"the {(report.OwnedCatalogs.Count == 1 ? "catalog" : "catalogs")} {string.Join(", ", report.OwnedCatalogs.Select(name => $"\"{name}\""))}";

    private static string Paste(IEnumerable<string> grants, bool isPerson)
    {
        const string Graph = "00000003-0000-0000-c000-000000000000";
        var (list, type) = isPerson ? ("oauth2PermissionScopes", "Scope") : ("appRoles", "Role");
        return $"for grant in {string.Join(' ', grants)}; do az ad app permission add --id $app --api {Graph} --api-permissions "
            + $"$(az ad sp show --id {Graph} --query \"{list}[?value=='$grant'].id\" --output tsv)={type}; done; az ad app permission admin-consent --id $app";
    }
}
