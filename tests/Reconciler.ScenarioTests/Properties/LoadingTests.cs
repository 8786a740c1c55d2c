using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Whatever can be declared can be written down, in any style, and is read as it was meant.</summary>
public sealed class LoadingTests(ITestOutputHelper output)
{
    private static readonly SourceSpan Nowhere = new("", 1, 1);

    [Fact]
    public Task What_is_written_is_what_is_read() => PropertyCheck.HoldsAsync(output, new Statistics(), trial =>
    {
        var loaded = trial.Now.Load();

        Assert.DoesNotContain(loaded.Diagnostics, d => d.Severity == Severity.Error);
        Assert.Equal(trial.Now.Effective.Select(d => d.Key), loaded.Declared.Declarations.Select(d => d.Key));
        foreach (var (meant, read) in trial.Now.Effective.Zip(loaded.Declared.Declarations))
        {
            Assert.True(Means(meant).Equals(Means(read)), $"{meant}\nwas read as\n{read}");
        }

        Assert.Equal(trial.Now.Ignores.Select(Words).Order(StringComparer.Ordinal), loaded.Declared.Ignores.Select(Words).Order(StringComparer.Ordinal));
        Assert.Equal(trial.Now.Waivers.Select(Words).Order(StringComparer.Ordinal), loaded.Declared.Waivers.Select(Words).Order(StringComparer.Ordinal));
    }, times: 5);

    private static string Words(Ignore ignore) => $"{ignore with { Where = Nowhere, Until = ignore.Until?.ToUniversalTime() }}";

    private static string Words(Waiver waiver) => $"{waiver with { Where = Nowhere }}";

    /// <summary>Of what is meant for elsewhere it matters which one it is.</summary>
    private static object Means(Declaration declaration) => declaration.Ensure == Ensure.Elsewhere ? declaration.Key : declaration;
}
