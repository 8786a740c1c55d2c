namespace Reconciler.Emulator;

/// <summary>A behaviour or a script of faults that cannot be had. The message starts with the place, as a JSON pointer.</summary>
public sealed class BehaviourException(string message) : Exception(message);
