using System.Globalization;
using System.Text.RegularExpressions;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Reads the shapes that are written as one word or text. Null where it can't, and then a finding says why.</summary>
internal sealed partial class ScalarReader(Findings findings, TimeZoneInfo timeZone)
{
    public const int LongestName = SayableName.Longest;

    public object? Text(Shape.Text shape, YamlNode node)
    {
        if (node is not YamlNode.Scalar scalar)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape)));
        }

        var text = scalar.Text;
        var isName = !shape.MayBeEmpty;
        return TextRules.FirstForbidden(text, isName) is { } character ? Refuse(LoadDiagnostics.ForbiddenCharacter(scalar.Where, text[character], text[..character]))
            : text.Length > shape.Longest ? Refuse(LoadDiagnostics.TooLong(scalar.Where, text.Length, shape.Longest))
            : isName && string.IsNullOrWhiteSpace(text) ? Refuse(LoadDiagnostics.EmptyText(scalar.Where))
            : isName && text.Trim() != text ? Refuse(LoadDiagnostics.StandsNextToSpace(scalar.Where, text))
            : text;
    }

    public object? Truth(YamlNode node) => node switch
    {
        YamlNode.Scalar { IsQuoted: false, Text: "true" } => true,
        YamlNode.Scalar { IsQuoted: false, Text: "false" } => false,
        YamlNode.Scalar scalar => Refuse(LoadDiagnostics.NotTruth(scalar, scalar.Text.ToUpperInvariant() switch
        {
            "TRUE" or "YES" or "ON" or "Y" => "Write `true`, in small letters and without quotes.",
            "FALSE" or "NO" or "OFF" or "N" => "Write `false`, in small letters and without quotes.",
            _ => "Write `true` or `false`.",
        })),
        _ => Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(new Shape.Truth()))),
    };

    public object? Whole(Shape.Whole shape, YamlNode node)
    {
        if (node is not YamlNode.Scalar { IsQuoted: false } scalar || !Digits().IsMatch(scalar.Text))
        {
            return Refuse(LoadDiagnostics.NotWhole(node, $"{shape.Least}", $"{shape.Most}"));
        }

        return int.TryParse(scalar.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= shape.Least && number <= shape.Most
            ? number
            : Refuse(LoadDiagnostics.OutOfBounds(scalar.Where, scalar.Text, $"{shape.Least}", $"{shape.Most}"));
    }

    public object? Length(Shape.Length shape, YamlNode node)
    {
        if (node is not YamlNode.Scalar scalar || Duration.TryParse(scalar.Text) is not { } length)
        {
            return Refuse(LoadDiagnostics.NotALength(node, node is YamlNode.Scalar written ? MeantTime.Length(written.Text) : null));
        }

        return length >= shape.Least && length <= shape.Most
            ? length
            : Refuse(LoadDiagnostics.OutOfBounds(scalar.Where, scalar.Text, $"{shape.Least}", $"{shape.Most}"));
    }

    public object? Moment(Shape.Moment shape, YamlNode node) =>
        node is YamlNode.Scalar scalar && Instant.TryParse(scalar.Text, timeZone, shape.Begins) is { } instant
            ? instant
            : Refuse(LoadDiagnostics.NotAMoment(node, shape.Begins, node is YamlNode.Scalar written ? MeantTime.Day(written.Text) : null));

    public object? Day(YamlNode node) =>
        node is YamlNode.Scalar scalar && Instant.TryParseDay(scalar.Text) is { } day ? day : Refuse(LoadDiagnostics.NotADay(node));

    public object? Choice(Shape.Choice shape, YamlNode node)
    {
        if (node is not YamlNode.Scalar scalar)
        {
            return Refuse(LoadDiagnostics.WrongType(node, ShapeWords.Expected(shape)));
        }

        var words = shape.Words.Select(word => word.Word).ToArray();
        return shape.Words.FirstOrDefault(word => word.Word == scalar.Text) is { } found ? found.Value
            : shape.Later.Contains(scalar.Text) ? Refuse(LoadDiagnostics.NotSupportedYet(scalar.Where, $"word {Quote.Of(scalar.Text)}"))
            : Refuse(LoadDiagnostics.UnknownWord(scalar.Where, scalar.Text, words, ShapeWords.Expected(shape)));
    }

    private object? Refuse(Diagnostic finding)
    {
        findings.Add(finding);
        return null;
    }

    [GeneratedRegex(@"(?<!\$)\$\((var|param)\.", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Variables();

    [GeneratedRegex("^(0|-?[1-9][0-9]*)\\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Digits();
}
