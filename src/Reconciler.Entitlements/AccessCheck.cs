namespace Reconciler.Entitlements;

/// <summary>Who signed in to a tenant, and which of the needs that were asked about are met.</summary>
/// <param name="Standings">One for each need, in the order asked.</param>
public sealed record AccessCheck(CallerKind Caller, EquatableArray<Standing> Standings);
