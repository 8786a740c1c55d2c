namespace Reconciler.Emulator;

/// <summary>A seed that cannot become a tenant. The message starts with the place, as a JSON pointer.</summary>
public sealed class SeedException(string message) : Exception(message);
