namespace Reconciler.Emulator.State;

/// <summary>The tenant itself: its id, what it is called and its verified domain.</summary>
internal sealed record Organization(string Id, string DisplayName, string Domain);
