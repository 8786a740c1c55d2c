using Reconciler.Entitlements;

namespace Reconciler.Planning;

/// <summary>Why a plan that could be applied is not, although nothing in it is wrong: it destroys more than was allowed.</summary>
/// <param name="Key">What it is about; null where it is about several.</param>
/// <param name="Message">What was planned, in numbers.</param>
/// <param name="Advice">How to go on if it is meant.</param>
public sealed record Refusal(string Code, EntityKey? Key, SourceSpan? Where, string Message, string Advice);
