using Reconciler.Entitlements;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Whatever can be declared can be written down, in any style, and is read as it was meant.</summary>
public sealed class LoadingTests(ITestOutputHelper output)
{
    [Fact]
    public Task What_is_written_is_what_is_read() => PropertyCheck.HoldsAsync(output, new Statistics(), trial =>
    {
        var loaded = trial.Now.Load();

        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(trial.Now.Declarations.AsEnumerable(), loaded.Declared.Declarations);
    });
}
