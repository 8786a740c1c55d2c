using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Behaving;

/// <summary>Reads and writes one step of a script of faults.</summary>
internal static class FaultStepJson
{
    private static readonly string[] Versions = ["/v1.0/", "v1.0/", "/beta/", "http://", "https://"];

    private static readonly string[] Methods = ["GET", "POST", "PATCH", "PUT", "DELETE"];

    public static FaultStep Read(JsonNode? source, string pointer)
    {
        var step = Object(source, pointer, "when", "then");
        var when = Object(step["when"], $"{pointer}/when", "method", "path", "nth");
        var place = $"{pointer}/then";
        var then = Object(step["then"], place, "status", "code", "retryAfter", "afterEffect", "drop");
        var drops = then["drop"] is { } drop && KnobKind.Flag.Read(drop, $"{place}/drop");
        var result = new FaultStep
        {
            Method = Method(when["method"], $"{pointer}/when/method"),
            Path = PathOf(KnobKind.Text.Read(when["path"], $"{pointer}/when/path"), $"{pointer}/when/path"),
            Nth = KnobKind.OptionalNumber(1, int.MaxValue).Read(when["nth"], $"{pointer}/when/nth"),
            Status = KnobKind.OptionalNumber(400, 599).Read(then["status"], $"{place}/status"),
            Code = then["code"] is { } code ? Code(code, $"{place}/code") : null,
            RetryAfter = KnobKind.OptionalNumber(0, int.MaxValue).Read(then["retryAfter"], $"{place}/retryAfter"),
            AfterEffect = then["afterEffect"] is { } after && KnobKind.Flag.Read(after, $"{place}/afterEffect"),
        };
        return drops == result.Status is null && !(drops && (result.RetryAfter ?? (object?)result.Code) is not null)
            ? result
            : throw new BehaviourException($"{place}: it is either a status, with code and retryAfter if need be, or drop: true.");
    }

    public static JsonObject Write(FaultStep step)
    {
        var when = new JsonObject { ["path"] = step.Path };
        var then = new JsonObject { ["afterEffect"] = step.AfterEffect };
        AddIfSaid(when, "method", step.Method);
        AddIfSaid(when, "nth", step.Nth);
        AddIfSaid(then, "status", step.Status);
        AddIfSaid(then, "code", step.Code);
        AddIfSaid(then, "retryAfter", step.RetryAfter);
        AddIfSaid(then, "drop", step.Status is null ? true : null);
        return new() { ["when"] = when, ["then"] = then };
    }

    // One that can never fit would be a fault that never comes.
    private static string PathOf(string path, string pointer) =>
        Array.Exists(Versions, version => path.StartsWith(version, StringComparison.OrdinalIgnoreCase))
            ? throw new BehaviourException($"{pointer}: it is the path below /v1.0; begin it with \"…\" where it need not be whole, as in \"…/catalogs\".")
            : path;

    // An empty code is one too (contract 1.2).
    private static string Code(JsonNode code, string pointer) =>
        code is JsonValue text && text.TryGetValue<string>(out var value) ? value : throw KnobKind.Odd(code, pointer, "a text");

    private static string? Method(JsonNode? value, string pointer) => KnobKind.OptionalText.Read(value, pointer) switch
    {
        null => null,
        var method when Methods.Contains(method) => method,
        _ => throw KnobKind.Odd(value, pointer, $"one of {string.Join(", ", Methods)}"),
    };

    private static JsonObject Object(JsonNode? source, string pointer, params string[] known)
    {
        var result = source as JsonObject ?? throw KnobKind.Odd(source, pointer, "an object");
        return result.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown
            ? throw new BehaviourException($"{pointer}/{unknown}: unknown; known here are {string.Join(", ", known)}.")
            : result;
    }

    private static void AddIfSaid(JsonObject holder, string name, JsonNode? value)
    {
        if (value is not null)
        {
            holder[name] = value;
        }
    }
}
