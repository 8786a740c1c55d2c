using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Querying;

/// <summary>The query options of a request (contract 1.3, 1.4). Options nothing documents are refused, so that no client leans on them.</summary>
internal sealed record ODataQuery
{
    public const int LargestTop = 999;

    private const string SkipTokenName = "$skiptoken";

    public string? Filter { get; private init; }

    public Shape Shape { get; private init; } = Shape.Plain;

    public int? Top { get; private init; }

    public int Skip { get; private init; }

    public bool WantsCount { get; private init; }

    /// <summary>The options as sent, still encoded, without the place in the list.</summary>
    public string WithoutSkipToken { get; private init; } = "";

    public static ODataQuery Parse(string query)
    {
        var parts = query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries);
        var result = new ODataQuery
        {
            WithoutSkipToken = string.Join('&', parts.Where(part => !NameOf(part).StartsWith(SkipTokenName, StringComparison.OrdinalIgnoreCase))),
        };
        return parts.Aggregate(result, (current, part) => current.With(NameOf(part), ValueOf(part)));
    }

    private ODataQuery With(string name, string value) => name.ToUpperInvariant() switch
    {
        "$FILTER" => this with { Filter = value },
        "$EXPAND" => this with { Shape = Shape with { Expand = ExpandParser.Parse(value) } },
        "$SELECT" => this with { Shape = Shape with { Select = ExpandParser.ParseSelect(value) } },
        "$TOP" => this with { Top = TopOf(value) },
        "$COUNT" => this with { WantsCount = string.Equals(value, "true", StringComparison.OrdinalIgnoreCase) },
        "$SKIPTOKEN" => this with { Skip = SkipToken.Read(value) },
        _ when name.StartsWith('$') => throw GraphErrorException.InvalidQuery($"the option '{name}' is not supported here."),
        _ => this,
    };

    private static int TopOf(string value) =>
        int.TryParse(value, out var top) && top is >= 1 and <= LargestTop
            ? top
            : throw GraphErrorException.InvalidQuery($"$top must be between 1 and {LargestTop}, not '{value}'.");

    private static string NameOf(string part) => Decode(part.Split('=', 2)[0]);

    private static string ValueOf(string part) => part.Split('=', 2) is [_, var value] ? Decode(value) : "";

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
