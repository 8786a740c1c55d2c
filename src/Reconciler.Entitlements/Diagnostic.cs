namespace Reconciler.Entitlements;

/// <summary>
/// A finding: a stable code (<c>RCN</c> and three digits, the first tells the stage), where, what is wrong, and what to do about it.
/// </summary>
/// <param name="Message">One sentence that quotes the offender.</param>
/// <param name="Advice">What to do next; empty where the message says it all.</param>
public sealed record Diagnostic(string Code, Severity Severity, SourceSpan? Where, string Message, string Advice)
{
    /// <summary>The entity it is about, where it can be put up with for a time (see the baseline of a workspace); null where it can't.</summary>
    public EntityKey? About { get; init; }

    public static bool AnyErrors(IEnumerable<Diagnostic> diagnostics) => diagnostics.Any(d => d.Severity == Severity.Error);
}
