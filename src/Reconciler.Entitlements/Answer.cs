namespace Reconciler.Entitlements;

/// <summary>How a question is answered.</summary>
public abstract record Answer
{
    private Answer() { }

    /// <summary>By text.</summary>
    /// <param name="Pattern">A regular expression that it has to match; empty where anything does.</param>
    /// <param name="LongText">Whether it may have several lines.</param>
    public sealed record Written(string Pattern, bool LongText) : Answer;

    /// <summary>By picking from a list.</summary>
    /// <param name="Several">Whether more than one may be picked.</param>
    public sealed record Picked(EquatableArray<Choice> Choices, bool Several) : Answer;

    /// <summary>What the tenant holds and this build has no word for. Never declared.</summary>
    public sealed record Unmodelled(string Words) : Answer, IUnmodelled;
}
