namespace Reconciler.Emulator.Routes;

/// <summary>
/// One segment of a route's template: fixed text, or text around a name such as <c>{id}</c> or <c>sites(id='{id}')</c>.
/// <c>{name*}</c> at the end takes all that is left.
/// </summary>
internal sealed class SegmentPattern
{
    private readonly string _before;
    private readonly string _after;

    public SegmentPattern(string template)
    {
        var open = template.IndexOf('{', StringComparison.Ordinal);
        var close = template.IndexOf('}', StringComparison.Ordinal);
        Name = open < 0 ? null : template[(open + 1)..close].TrimEnd('*');
        TakesRest = open >= 0 && template[close - 1] == '*';
        _before = open < 0 ? template : template[..open];
        _after = open < 0 ? "" : template[(close + 1)..];
    }

    public string? Name { get; }

    public bool TakesRest { get; }

    /// <summary>The value of the name (empty where there is none), or null when the segment is another one.</summary>
    public string? Match(string segment)
    {
        if (Name is null)
        {
            return string.Equals(segment, _before, StringComparison.OrdinalIgnoreCase) ? "" : null;
        }

        // A call such as filterByCurrentUser(on='target') is nobody's id.
        if (_before.Length + _after.Length == 0 && !TakesRest && segment.EndsWith(')'))
        {
            return null;
        }

        return segment.Length > _before.Length + _after.Length
            && segment.StartsWith(_before, StringComparison.OrdinalIgnoreCase)
            && segment.EndsWith(_after, StringComparison.OrdinalIgnoreCase)
                ? segment[_before.Length..^_after.Length]
                : null;
    }
}
