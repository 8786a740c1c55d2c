using System.Text.RegularExpressions;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Schemas;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.UnitTests.Conventions;

namespace Reconciler.UnitTests.Schemas;

/// <summary>The pattern of a word accepts what the reader of its shape accepts, and nothing else where a pattern can tell.</summary>
public sealed class ScalarPatternTests
{
    [Fact]
    public void A_range_of_numbers_is_just_that()
    {
        foreach (var (least, most) in new[] { (0, 0), (0, 9), (1, 14), (7, 7), (9, 10), (5, 123), (60, 999), (99, 101), (100, 3660) })
        {
            var pattern = new Regex($"^({NumberRange.Of(least, most)})$");
            Assert.Equal(Enumerable.Range(least, most - least + 1), Enumerable.Range(0, 4000).Where(number => pattern.IsMatch($"{number}")));
        }
    }

    [Fact]
    public void A_length_of_time_is_bounded_as_its_reader_bounds_it()
    {
        var lengths = Language.Tables.SelectMany(table => table.Settings).SelectMany(Rows.Of).Select(row => row.Shape).OfType<Shape.Length>().Distinct().ToList();

        Assert.InRange(lengths.Count, 4, 50);
        foreach (var length in lengths)
        {
            string[] written =
            [
                .. from bound in new[] { length.Least, length.Most }
                   from unit in new[] { ("day", 86_400), ("hour", 3_600), ("minute", 60) }
                   from more in new[] { -1, 0, 1 }
                   from plural in new[] { "", "s" }
                   select $"{(long)(bound.Span.TotalSeconds / unit.Item2) + more} {unit.Item1}{plural}",
                "007 days", "12345678 days", "7  days", "7 Days", "7 weeks", "seven days", "P7D", "PT36H", "P", "P1M", "P1DT", "7", "", "7 days\n",
            ];
            Agree(length, $"{ScalarSchema.Length(length)["pattern"]}", written, isExact: text => !text.StartsWith('P'));
        }
    }

    [Fact]
    public void A_date_is_written_as_its_reader_reads_it()
    {
        string[] written =
        [
            "2027-03-31", "2027-3-31", "31.03.2027", "2027-03-31T12:00:00+01:00", "2027-03-31T12:00:00Z", "2027-03-31T12:00Z", "2027-03-31 12:00:00Z", "2027-03-31 12:00+02:00",
            "2027-03-31T12:00:00.1234567Z", "2027-03-31T12:00:00.12345678Z", "2027-03-31T12:00:00", "2027-03-31T12Z", "2027-03-31T12:00:00+1:00", "2027-13-01", "2027-00-01", "2027-04-31", "2027-02-28",
            "2027-02-29", "2028-02-29", "2000-02-29", "2100-02-29", "2027-12-31", "2027-11-30", "2027-10-00", "tomorrow", "", "2027-03-31\n",
        ];
        Agree(new Shape.Moment(), $"{ScalarSchema.Moment(new Shape.Moment())["pattern"]}", written, isExact: _ => true);
        Agree(new Shape.Day(), $"{ScalarSchema.Day()["pattern"]}", written, isExact: _ => true);
    }

    private static void Agree(Shape shape, string pattern, IEnumerable<string> written, Func<string, bool> isExact)
    {
        // As in JavaScript, where the end of a pattern is not before a line's.
        var regex = new Regex(pattern.Replace("$", "\\z", StringComparison.Ordinal), RegexOptions.CultureInvariant);
        Assert.All(written, text =>
        {
            var read = new ShapeReader(new Findings(), TimeZoneInfo.Utc, new Trail())
                .Read(shape, new YamlNode.Scalar(new SourceSpan("a.yaml", 1, 1), text, IsQuoted: true), TrailPath.NewRoot(), Whose.Key("it"), "") is not null;

            Assert.True(isExact(text) ? regex.IsMatch(text) == read : regex.IsMatch(text) || !read, $"{text}: the reader {(read ? "accepts" : "refuses")} it.");
        });
    }
}
