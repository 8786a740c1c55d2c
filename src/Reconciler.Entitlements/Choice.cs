namespace Reconciler.Entitlements;

/// <summary>One answer of a list.</summary>
/// <param name="Text">As requestors read it.</param>
/// <param name="Value">As it is recorded; the text where the file says nothing else.</param>
public sealed record Choice(string Text, string Value);
