namespace Reconciler.Graph;

/// <summary>The least that gives a kind of access in Microsoft Graph (contract 1.8).</summary>
/// <param name="Application">The permission of an application.</param>
/// <param name="Delegated">The permission where a person signs in; null where none is needed.</param>
/// <param name="Role">What that person has to be beside it; null where every member of the directory will do.</param>
public sealed record GraphGrant(string Application, string? Delegated, string? Role);
