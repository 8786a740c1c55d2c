namespace Reconciler.Emulator;

/// <summary>A tenant's state that cannot be read, or a file that cannot be had. The message names the place or the path.</summary>
public sealed class TenantStateException(string message, Exception? innerException = null) : Exception(message, innerException);
