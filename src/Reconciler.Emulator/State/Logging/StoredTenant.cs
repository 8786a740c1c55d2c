using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>A tenant as its files have it: the snapshot, brought to where the log says.</summary>
/// <param name="Log">The log that continues the snapshot; null where there is none, or the snapshot holds it already.</param>
internal sealed record StoredTenant(JsonObject State, LogContent? Log)
{
    private const int MostAttempts = 20;

    /// <summary>Reads and writes nothing. Null when there is no tenant yet.</summary>
    /// <exception cref="TenantStateException">One of the files is damaged, or they don't belong together. The message names the file and what to do.</exception>
    public static StoredTenant? Read(TenantPaths paths)
    {
        if (!Path.Exists(paths.Snapshot))
        {
            return Path.Exists(paths.Log)
                ? throw new TenantStateException($"{paths.Snapshot} is gone, and {paths.Log} says what was done to it. Restore it; or delete the log too, to begin anew. The log was left as it is.")
                : null;
        }

        var (snapshot, log) = Bytes(paths);
        var state = Parse(paths, snapshot);
        try
        {
            return new(state, log.Length == 0 ? null : Continued(state, snapshot, LogContent.Read(log), paths));
        }
        catch (Exception trouble) when (trouble is JsonException or TenantStateException or InvalidOperationException)
        {
            throw new TenantStateException(
                $"{paths.Log}, {trouble.Message} Restore it and {paths.Snapshot} together; or delete it, and lose what was done after {Path.GetFileName(paths.Snapshot)} was written. Both were left as they are.",
                trouble);
        }
    }

    public static string Digest(ReadOnlySpan<byte> snapshot) => Convert.ToHexStringLower(SHA256.HashData(snapshot));

    private static LogContent? Continued(JsonObject state, byte[] snapshot, LogContent log, TenantPaths paths)
    {
        if (log.Continues is null)
        {
            return null;
        }

        var digest = Digest(snapshot);
        if (log.Continues != digest)
        {
            return log.Folded.Contains(digest)
                ? null
                : throw new TenantStateException($"line 1: it continues another {Path.GetFileName(paths.Snapshot)} than the one that is there.");
        }

        var replay = new Replay(state);
        foreach (var (line, effects) in log.Writes)
        {
            try
            {
                replay.Run(effects);
            }
            catch (TenantStateException unfit)
            {
                throw new TenantStateException($"line {line}: {unfit.Message}", unfit);
            }
        }

        return log;
    }

    // Another process may be writing: what was read belongs together when the snapshot is the same before and after.
    private static (byte[] Snapshot, byte[] Log) Bytes(TenantPaths paths)
    {
        try
        {
            for (var attempt = 0; attempt < MostAttempts; attempt++)
            {
                var before = Stamp(paths.Snapshot);
                var (snapshot, log) = (Bytes(paths.Snapshot), Path.Exists(paths.Log) ? Bytes(paths.Log) : []);
                if (Stamp(paths.Snapshot) == before)
                {
                    return snapshot.Length > 0
                        ? (snapshot, log)
                        : throw new TenantStateException($"{paths.Snapshot}: it is no file, or an empty one; this is not the state of an emulated tenant. The file was left as it is.");
                }
            }
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new TenantStateException($"{paths.Snapshot}: {trouble.Message} The file was left as it is.", trouble);
        }

        throw new TenantStateException($"{paths.Snapshot}: another process is writing it all the time; try again.");
    }

    private static (DateTime, long) Stamp(string path) => new FileInfo(path) is { Exists: true } file ? (file.LastWriteTimeUtc, file.Length) : default;

    private static byte[] Bytes(string path)
    {
        if (Directory.Exists(path))
        {
            throw new IOException($"{path} is a folder.");
        }

        // A pipe or a device says it has no bytes; to open one could wait for ever.
        if (new FileInfo(path).Length == 0)
        {
            return [];
        }

        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var bytes = new byte[stream.Length];
            return bytes[..stream.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false)];
        }
        catch (FileNotFoundException)
        {
            // A log goes when it was folded.
            return [];
        }
    }

    private static JsonObject Parse(TenantPaths paths, byte[] snapshot)
    {
        try
        {
            using var reader = new StreamReader(new MemoryStream(snapshot));
            return JsonNode.Parse(reader.ReadToEnd(), documentOptions: new() { AllowDuplicateProperties = false }) as JsonObject
                ?? throw new TenantStateException("expected a JSON object; this is not the state of an emulated tenant.");
        }
        catch (Exception trouble) when (trouble is JsonException or TenantStateException or InvalidOperationException)
        {
            throw new TenantStateException($"{paths.Snapshot}: {(trouble is JsonException broken ? BrokenJson.Why(broken) : trouble.Message)} The file was left as it is.", trouble);
        }
    }
}
