namespace Reconciler.Graph;

/// <summary>A wait before the service is asked again.</summary>
/// <param name="Status">What it answered; null where no answer came.</param>
/// <param name="IsAsked">Whether the service itself asks for it.</param>
public sealed record GraphWait(TimeSpan Time, int? Status, bool IsAsked);
