using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>What a log says: which snapshot it continues, what was done since, and into which snapshots that was meant to go.</summary>
internal sealed record LogContent
{
    public const string Name = "reconciler-tenant-log";
    public const int Version = 1;
    public const string Snapshot = "snapshot";
    public const string FoldedInto = "foldedInto";
    public const string EffectsOfWrite = "effects";

    /// <summary>SHA-256 of the snapshot that the log continues; null where the log does not even say that, because it was never begun.</summary>
    public string? Continues { get; private init; }

    /// <summary>SHA-256 of snapshots that hold everything that the log says.</summary>
    public IReadOnlyList<string> Folded { get; private init; } = [];

    /// <summary>The accepted writes in their order, each with the number of its line.</summary>
    public IReadOnlyList<(int Line, JsonArray Effects)> Writes { get; private init; } = [];

    public int Lines { get; private init; }

    /// <summary>How many bytes are whole. What comes after was being written when the power went, and nobody was told that it is done.</summary>
    public int Length { get; private init; }

    /// <summary>Whether the last line has its end; an editor may have taken it.</summary>
    public bool IsEnded { get; private init; }

    /// <summary>Reads a log, up to what is whole of it.</summary>
    /// <exception cref="TenantStateException">A line before the last one is damaged or missing; the message starts with the line.</exception>
    public static LogContent Read(ReadOnlySpan<byte> bytes)
    {
        List<string> folded = [];
        List<(int, JsonArray)> writes = [];
        string? continues = null;
        var (lines, at) = (0, 0);
        var isEnded = true;
        while (at < bytes.Length)
        {
            var length = bytes[at..].IndexOf((byte)'\n');
            isEnded = length >= 0;
            var line = isEnded ? bytes.Slice(at, length) : bytes[at..];
            if (!isEnded && LogLine.Read(line)?.Number != lines + 1)
            {
                isEnded = true;
                break;
            }

            var value = Line(line, ++lines).Value;
            if (lines == 1)
            {
                continues = Heading(value);
            }
            else if (value[EffectsOfWrite] is JsonArray effects)
            {
                writes.Add((lines, effects));
            }
            else
            {
                folded.Add(Text(value, FoldedInto) ?? throw new TenantStateException($"line {lines}: it is neither a write nor the end of the log."));
            }

            at += line.Length + (isEnded ? 1 : 0);
        }

        return new() { Continues = continues, Folded = folded, Writes = writes, Lines = lines, Length = at, IsEnded = isEnded };
    }

    private static LogLine Line(ReadOnlySpan<byte> bytes, int number)
    {
        var line = LogLine.Read(bytes) ?? throw new TenantStateException($"line {number}: it is damaged, its checksum does not fit.");
        return line.Number == number ? line : throw new TenantStateException($"line {number}: it says that it is line {line.Number}, so lines are missing or doubled.");
    }

    private static string Heading(JsonObject value) =>
        Text(value, "format") == Name && value["version"] is JsonValue version && version.GetValueKind() is JsonValueKind.Number && version.TryGetValue<int>(out var number) && number == Version
            ? Text(value, Snapshot) ?? throw new TenantStateException("line 1: it does not say which snapshot the log continues.")
            : throw new TenantStateException($"line 1: expected a \"{Name}\" of version {Version}.");

    private static string? Text(JsonObject value, string member) =>
        value[member]?.GetValueKind() is JsonValueKind.String ? value[member]?.GetValue<string>() : null;
}
