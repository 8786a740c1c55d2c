using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Baselines;

/// <summary>A baseline as the text of its file: a line a finding, so that one that is mended is one line less.</summary>
public static class BaselineText
{
    /// <summary>The text.</summary>
    /// <param name="when">When the findings were there, as the end of a sentence: <c>when the tenant was exported</c>.</param>
    public static string Of(Baseline baseline, string when)
    {
        var values = new ValueWriter(TimeZoneInfo.Utc);
        var findings = baseline.Findings.Select(Line).ToArray();
        var version = values.Members(BaselineFields.Shape.Fields.Where(field => field.Key != BaselineFields.Findings), new BaselineYaml(), "", mayLeaveOut: false);
        return YamlPrinter.Print(
            [
                $"Findings that were there {YamlScalar.Visible(when)}; they are counted, not shown.",
                "A line whose finding is gone is reported: take it out.",
            ],
            [new YamlPart.Mapping([.. version, new YamlLine(BaselineFields.Findings, new YamlPart.Sequence([.. findings]) { IsOpen = true })])]);

        YamlPart Line(KnownFinding known) => new YamlPart.Word(Item(values, known));
    }

    /// <summary>The text of a file that is there, with more at its end; null where its list is not written as <see cref="Of"/> writes it, a line a finding.</summary>
    /// <param name="again">The workspace as it will be.</param>
    public static string? With(string text, Baseline more, LoadResult again)
    {
        var longer = Longer(text, more);
        var read = BaselineReader.Of(longer, again);

        // What a line says of other tenants can't be told from here.
        return text.Contains(OnlyReader.Key, StringComparison.Ordinal) || Diagnostic.AnyErrors(read.Diagnostics) || !more.Findings.All(known => read.Baseline.Findings.Any(held => held.Code == known.Code && held.Target == known.Target && held.Times == known.Times)) ? null : longer;
    }

    private static string Longer(string text, Baseline more)
    {
        var values = new ValueWriter(TimeZoneInfo.Utc);
        return (text.EndsWith('\n') ? text : text + "\n") + string.Concat(more.Findings.Select(known => $"  - {Item(values, known)}\n"));
    }

    private static string Item(ValueWriter values, KnownFinding known)
    {
        var yaml = new KnownFindingYaml { Code = known.Code, Target = TargetYaml.Of(known.Target), Times = known.Times };
        return YamlPrinter.InLine(new YamlPart.Mapping([.. values.Members(BaselineFields.Finding.Fields, yaml, "", mayLeaveOut: true)]));
    }
}
