using Reconciler.Entitlements;

namespace Reconciler.Declarations.Documenting;

/// <summary>The part of the reference about how values are written, whatever their key.</summary>
internal static class ValueSection
{
    public static string Text => $$"""
        ## Values

        | a value of | is written |
        |---|---|
        | text | as it stands; in quotes where YAML would take a sign for something else. Text is cleared by `""`. A name has one line, at most 256 characters and no space around it |
        | a truth | `true` or `false`, without quotes |
        | a length of time | `60 days`, `2 hours`, `30 minutes`, or ISO 8601, `P60D`, `PT2H`; years and months have no fixed length |
        | a date | `2027-03-31`, which ends with its day in the `timeZone` of `reconciler.yaml` (where something begins: begins with it), or an exact time, `2027-03-31T12:00:00+01:00` |
        | a reference | a mapping of what it is to its name: {{References()}}. `id:` beside the name is the tenant's id, and then decides over it |
        | a variable | `$(var.name)`, of the tenant, or in a template `$(param.name)`: as a whole value for whatever it stands for, inside of text for its text. `$$(` is a literal `$(` |

        Nothing after a colon, or `null`, is always an error. A key that is left out of an entity is *not managed*: the tenant's value stays. Below, "left out" says
        what it is for an entity that is new; inside of a value that is written, what it is at all. What *widens* lets somebody get or keep more, or pass less; what *narrows* the opposite.
        """;

    private static string References() => string.Join(", ", Enum.GetValues<ReferenceKind>().Where(kind => kind is not (ReferenceKind.Extension or ReferenceKind.Policy)).Select(kind => kind switch
    {
        ReferenceKind.User => "`{ user: megan@contoso.com }`",
        ReferenceKind.Package => "`{ package: Approver, catalog: Finance }`",
        ReferenceKind.Site => "`{ site: \"https://contoso.sharepoint.com/sites/Marketing\" }`",
        _ => $"`{{ {kind.Word()}: … }}`",
    }));
}
