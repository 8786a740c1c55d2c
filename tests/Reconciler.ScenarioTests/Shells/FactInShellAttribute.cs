namespace Reconciler.ScenarioTests.Shells;

/// <summary>A test in a real shell, which is skipped, saying so, where that is not on the machine.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class FactInShellAttribute : FactAttribute
{
    public FactInShellAttribute(string shell)
    {
        var folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries);
        if (!folders.Any(folder => File.Exists(Path.Combine(folder, shell))))
        {
            Skip = $"Not tried in {shell}: it is not on this machine.";
        }
    }
}
