using System.Globalization;
using System.Text.RegularExpressions;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Makes a <see cref="Waiver"/> of what its table read. Whether it has expired is not asked here: that needs a clock.</summary>
internal static partial class WaiverReader
{
    /// <summary>The waiver; null and findings where something is wrong.</summary>
    public static Waiver? Read(WaiverYaml yaml, WrittenDocument document)
    {
        var own = document.Own;
        var before = own.All.Count;
        if (!Slug().IsMatch(yaml.Rule))
        {
            own.Add(LoadDiagnostics.NotASlug(PlaceOf(document, "rule"), yaml.Rule));
        }

        if (!Address().IsMatch(yaml.ApprovedBy))
        {
            own.Add(LoadDiagnostics.NotAnAddress(PlaceOf(document, "approvedBy"), yaml.ApprovedBy));
        }

        TargetReader.CheckReason(yaml.Reason, document);
        var target = TargetReader.KeyOf(yaml.Target, document, PlaceOf(document, "target"));
        if (Day(document, "granted", yaml.Granted) is not { } granted || Day(document, "expires", yaml.Expires) is not { } expires)
        {
            return null;
        }

        var days = expires.DayNumber - granted.DayNumber;
        if (days < 0)
        {
            own.Add(LoadDiagnostics.ExpiresBeforeGranted(PlaceOf(document, "expires"), Text(expires), Text(granted)));
        }
        else if (days > Waiver.MostDays)
        {
            own.Add(LoadDiagnostics.WaivedTooLong(PlaceOf(document, "expires"), days, Text(granted.AddDays(Waiver.MostDays))));
        }

        return target is null || own.All.Count > before ? null : new Waiver
        {
            Rule = yaml.Rule,
            Target = target,
            Reason = yaml.Reason,
            ApprovedBy = yaml.ApprovedBy,
            Granted = granted,
            Expires = expires,
            Where = PlaceOf(document, "target"),
        };
    }

    /// <summary>The day that was written; an exact time is none.</summary>
    private static DateOnly? Day(WrittenDocument document, string key, DateTimeOffset end)
    {
        if (document.Keys.Find(key)?.Value is YamlNode.Scalar { Text.Length: > 10 } time)
        {
            document.Own.Add(LoadDiagnostics.NotADay(time.Where, time.Text));
            return null;
        }

        return DateOnly.FromDateTime(end.DateTime);
    }

    private static SourceSpan PlaceOf(WrittenDocument document, string key) => (document.Keys.Find(key)?.Value ?? document.Keys.Mapping).Where;

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[a-z0-9-]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Slug();

    [GeneratedRegex(@"^[^@\s]+@[^@\s]+\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Address();
}
