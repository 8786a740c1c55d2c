using Reconciler.Cli.Running;
using Reconciler.Entitlements;

namespace Reconciler.Cli.Output;

/// <summary>The grants as tables, and lines to paste.</summary>
internal static class PermissionsMarkdown
{
    public static IEnumerable<MarkdownSection> Sections(PermissionsReport report) =>
    [
        .. from purpose in report.Purposes
           from kind in PermissionsText.Kinds(report.Caller)
           select PlanMarkdown.Always(Table(report, purpose, kind)) with { Noun = "table" },
        .. PermissionsText.Notes(report).Select(note => PlanMarkdown.Always(MarkdownText.Of(note))),
        .. PermissionsText.Pastes(report).Select(paste => PlanMarkdown.Always($"{paste.Title}\n\n```sh\n{paste.Line}\n```")),
    ];

    private static string Table(PermissionsReport report, PermissionsPurpose purpose, CallerKind kind)
    {
        var isAsked = PermissionsText.IsAsked(report, purpose, kind);
        List<string> rows = [$"**{PermissionsText.Heading(purpose, kind)}**", "", "| permission | there | for |", "|---|---|---|"];
        rows.AddRange(PermissionRow.Of(purpose, kind == CallerKind.Person).Select(row =>
            $"| {Grant(row)} | {(isAsked ? PermissionRow.Word(row.Standing) : "not asked")} | {string.Join("; ", row.Why().Select(why => $"{MarkdownText.Of(why.What)}{(why.Place is { } place ? $" ({MarkdownText.Code(place)})" : "")}"))} |"));
        return string.Join("\n", rows);
    }

    private static string Grant(PermissionRow row) =>
        $"{(row.Grant is { } grant ? MarkdownText.Code(grant) : "none")}{(row.Role is { } role ? $", and to be {role}" : "")}";
}
