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

    [Fact]
    public void Lengths_have_an_order()
    {
        Assert.True(Duration.OfDays(1) < Duration.OfDays(2));
        Assert.True(Duration.OfDays(2) >= new Duration(TimeSpan.FromHours(48)));
    }
}
