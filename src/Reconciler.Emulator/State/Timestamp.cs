namespace Reconciler.Emulator.State;

/// <summary>Writes points in time as Graph does: UTC, up to seven fractional digits, trailing zeros dropped (contract 1.1).</summary>
internal static class Timestamp
{
    public static string Write(DateTimeOffset instant) => instant.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'");
}
