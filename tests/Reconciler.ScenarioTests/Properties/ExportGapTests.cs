using System.Net;
using Reconciler.Cli;
using Reconciler.Cli.Output;
using Reconciler.ScenarioTests.Properties.Running;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>A tenant that can't be read as a whole is not exported in part: what is missing in the files would look as if nobody had it.</summary>
public sealed class ExportGapTests
{
    [Theory]
    [InlineData("/accessPackages?")]
    [InlineData("/settings")]
    [InlineData("/connectedOrganizations")]
    [InlineData("/$batch")]
    public void A_part_that_may_not_be_read_leaves_nothing_to_write(string part)
    {
        var run = World.Fresh().Export(through: inner => new Refusing(part) { InnerHandler = inner });

        Assert.NotEmpty(run.Gaps);
        Assert.False(run.MayWrite);
        Assert.Empty(run.Export.Files);
        Assert.Equal(ExitCode.NotPermittedOrIncomplete, ExitCodes.Of(new Outcome { Exported = run }));
        Assert.StartsWith(ExportText.Incomplete, LinePrinter.Plain(OutcomeText.Lines(new Outcome { Exported = run }, new Dictionary<string, string>())), StringComparison.Ordinal);
    }

    /// <summary>Answers one part of the tenant as the service answers who may not see it.</summary>
    private sealed class Refusing(string part) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            $"{request.RequestUri}".Contains(part, StringComparison.Ordinal)
                ? Task.FromResult(new HttpResponseMessage(HttpStatusCode.Forbidden) { Content = new StringContent("""{ "error": { "code": "UnAuthorized", "message": "No." } }""") })
                : base.SendAsync(request, cancellationToken);
    }
}
