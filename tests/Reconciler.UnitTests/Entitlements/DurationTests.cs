using System.Text.RegularExpressions;
using System.Xml;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Entitlements;

public sealed class DurationTests
{
    [Theory]
    [InlineData("60 days", "60 days", "P60D")]
    [InlineData("1 day", "1 day", "P1D")]
    [InlineData("PT48H", "2 days", "P2D")]
    [InlineData("48 hours", "2 days", "P2D")]
    [InlineData("90 minutes", "90 minutes", "PT1H30M")]
    [InlineData("P400D", "400 days", "P400D")]
    [InlineData("P1DT1S", "P1DT1S", "P1DT1S")]
    [InlineData("PT0S", "0 days", "PT0S")]
    [InlineData("0 days", "0 days", "PT0S")]
    public void A_length_is_read_and_said_in_the_largest_unit_that_is_exact(string text, string said, string wire)
    {
        var duration = Duration.TryParse(text);

        Assert.Equal((said, wire), (duration?.ToString(), duration?.ToIso()));
        Assert.Equal(duration, Duration.TryParse(said));
        Assert.Equal(duration, Duration.TryParse(wire));
    }

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1Y2D")]
    [InlineData("1 month")]
    [InlineData("-1 days")]
    [InlineData("-P1D")]
    [InlineData("P-1D")]
    [InlineData("P99999999D")]
    [InlineData("99999999 days")]
    [InlineData("PT999999999H")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("1.5 days")]
    [InlineData("60days")]
    [InlineData(" 60 days")]
    [InlineData("60 days\n")]
    [InlineData("P60D\n")]
    [InlineData("٦٠ days")]
    [InlineData("")]
    public void What_has_no_fixed_length_or_is_no_length_is_refused(string text) => Assert.Null(Duration.TryParse(text));

    [Fact]
    public void What_is_read_is_what_the_expressions_describe()
    {
        string[] parts = ["P", "T", "D", "H", "M", "S", "0", "7", "12345678", "999999999", " ", "day", "days", "hour", "minutes", "s", "P1D", "PT2H", "3 days"];
        var random = new Random(20);
        for (var turn = 0; turn < 20_000; turn++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => parts[random.Next(parts.Length)]));
            var isDescribed = Regex.IsMatch(text, $@"^(?:{Duration.InWords}|{Duration.InIso})\z", RegexOptions.CultureInvariant);
            Assert.True(Duration.TryParse(text) is { } read ? isDescribed && (text[0] != 'P' || read.Span == XmlConvert.ToTimeSpan(text)) : !isDescribed || IsTooLong(text), text);
        }
    }

    [Fact]
    public void Lengths_have_an_order()
    {
        Assert.True(Duration.OfDays(1) < Duration.OfDays(2));
        Assert.True(Duration.OfDays(2) >= new Duration(TimeSpan.FromHours(48)));
    }

    private static bool IsTooLong(string text) => Assert.ThrowsAny<Exception>(() => XmlConvert.ToTimeSpan(text)) is OverflowException or FormatException;
}
