using Reconciler.Cli.Running;
using Reconciler.Declarations.Baselines;
using Reconciler.Declarations.Exporting;
using Reconciler.Entitlements;
using Reconciler.Planning;

namespace Reconciler.Cli.Output;

/// <summary>An export for people: how much went in and came out, and where it is now.</summary>
internal static class ExportText
{
    public const string Incomplete = "The tenant could not be read as a whole, so nothing is exported:";

    public static IEnumerable<Line> Lines(ExportedRun run, IReadOnlyDictionary<string, string> texts)
    {
        foreach (var gap in run.Gaps.Select(gap => Line.Of(2, new Run(Printable.Of(gap)))).Prepend(Line.Of(Incomplete, Ink.Fails)).Where(_ => !run.Gaps.IsEmpty))
        {
            yield return gap;
        }

        foreach (var line in DiagnosticText.Lines(run.Findings, Texts(run, texts)))
        {
            yield return line;
        }

        foreach (var folder in Folders(run))
        {
            yield return folder;
        }

        yield return Line.Of(Summary(run), run.IsWritten ? Ink.Strong : Ink.Fails);
        if (run is { IsWritten: true, KnownFindings: > 0 })
        {
            yield return Line.Of($"{(run.KnownFindings == 1 ? "1 finding that the tenant came with is" : $"{run.KnownFindings} findings that the tenant came with are")} in {BaselineReader.FileName}: known, counted and not shown.");
        }

        foreach (var line in run is { IsWritten: true, Export.IsEmpty: false } ? Ending : [])
        {
            yield return Line.Of(line);
        }
    }

    /// <summary>What was counted in the tenant, and again in the files.</summary>
    public static string Summary(ExportedRun run)
    {
        if (!run.IsWritten)
        {
            return run.Findings.IsEmpty ? "Nothing was exported." : $"Nothing was exported: {DiagnosticText.Count(run.Findings)}.";
        }

        var (there, exported, declared) = (run.Export.Counts.Sum(c => c.There), run.Export.Counts.Sum(c => c.Exported), run.Export.Counts.Sum(c => c.Declared));
        var already = declared == 0 ? "" : $" ({declared} declared already)";
        return exported == 0
            ? $"Nothing to export: of {there} in {Printable.Of(run.TenantName)} {declared} are declared already."
            : $"Exported {exported} of {there}{already} from {Printable.Of(run.TenantName)} into {Files(run.Export.Files.Count)}: {string.Join(", ", run.Export.Counts.Where(c => c.Exported > 0).Select(c => c.Kind is EntityKind.Settings or EntityKind.TenantRoles ? Nouns.One(c.Kind) : Nouns.Count(c.Exported, c.Kind)))}{Templates(run.Export)}.";
    }

    public static IReadOnlyDictionary<string, string> Texts(ExportedRun run, IReadOnlyDictionary<string, string> texts) =>
        run.Export.Files.IsEmpty ? texts : texts.Concat(run.Export.ReadAgain.Texts.Where(text => !texts.ContainsKey(text.Key))).ToDictionary();

    private static readonly string[] Ending =
    [
        "All of it was read again from the files and is as the tenant has it.",
        "Next: reconciler plan says \"No changes.\" and what it adopts; reconciler apply then remembers it, and writes nothing to the tenant.",
    ];

    private static IEnumerable<Line> Folders(ExportedRun run) => (run.IsWritten ? run.Export.Files : [])
        .GroupBy(file => file.Path[..(file.Path.LastIndexOf('/') + 1)])
        .Select(folder => Line.Of(2, folder.Count() == 1 ? new Run(folder.First().Path) : new Run($"{folder.Key}  {Files(folder.Count())}")));

    private static string Files(int count) => count == 1 ? "1 file" : $"{count} files";

    private static string Templates(Export export) => export.Templates switch { 0 => "", 1 => ", with 1 template", var n => $", with {n} templates" };
}
