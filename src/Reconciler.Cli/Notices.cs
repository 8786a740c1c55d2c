namespace Reconciler.Cli;

/// <summary>Says on standard error what somebody should know while they wait, a line each, from whichever thread.</summary>
internal sealed class Notices
{
    private readonly Lock _lock = new();
    private Action<string>? _above;

    /// <summary>Says a line.</summary>
    /// <param name="error">Where it goes while nothing is shown there that moves.</param>
    public void Say(string line, TextWriter error)
    {
        lock (_lock)
        {
            try
            {
                (_above ?? error.WriteLine)(line);
            }
            catch (Exception lost) when (lost is IOException or UnauthorizedAccessException)
            {
                // Nobody can be told, and what goes on goes on.
            }
        }
    }

    /// <summary>From now on lines are written above what moves; null once nothing does.</summary>
    public void Show(Action<string>? above)
    {
        lock (_lock)
        {
            _above = above;
        }
    }
}
