using Reconciler.Emulator.State.Logging;

namespace Reconciler.UnitTests.Emulator.Logging;

/// <summary>The process ends after each step of saving that there is, and the next one has to find what was answered.</summary>
public sealed class CrashTests
{
    private const int Writes = 5;

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public async Task A_crash_after_any_step_of_saving_loses_nothing_that_was_answered(int runs)
    {
        var seen = new HashSet<SaveStep>();
        var survived = 0;
        while (await CrashAsync(survived, runs, seen))
        {
            survived++;
        }

        Assert.Equal(Enum.GetValues<SaveStep>(), seen.Order());
        Assert.InRange(survived, Writes + 5, 100);
    }

    /// <summary>As many runs, each of which crashes after the same number of steps. False when none came so far.</summary>
    private static async Task<bool> CrashAsync(int survived, int runs, HashSet<SaveStep> seen)
    {
        using var kept = new KeptTenant();
        var hasCrashed = false;
        string? answered = null;
        for (var run = 0; run < runs; run++)
        {
            var steps = 0;
            using var file = kept.Open(after: step =>
            {
                seen.Add(step);
                if (steps++ == survived)
                {
                    throw new CrashException();
                }
            });
            Assert.Equal(answered ?? KeptTenant.Text(file), KeptTenant.Text(file));
            try
            {
                using var graph = kept.Client(file);
                for (var write = 0; write < Writes; write++)
                {
                    await graph.Catalog($"Run {run}, write {write}");
                    answered = KeptTenant.Text(file);
                }

                file.Dispose();
            }
            catch (CrashException)
            {
                hasCrashed = true;
            }

            // What was being written when the process ended may be there or not.
            string[] possible = answered is null ? [KeptTenant.Text(file)] : [answered, KeptTenant.Text(file)];
            file.Dispose();
            Assert.True(File.Exists(kept.Snapshot) || answered is null);
            answered = File.Exists(kept.Snapshot) ? kept.Found() : null;
            Assert.Contains(answered ?? possible[0], possible);
        }

        kept.Open().Dispose();
        Assert.Equal(answered is null ? ["tenant.json.lock"] : ["tenant.json", "tenant.json.lock"], kept.Files());
        return hasCrashed;
    }

    private sealed class CrashException : Exception;
}
