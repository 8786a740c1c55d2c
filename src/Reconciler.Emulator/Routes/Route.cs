namespace Reconciler.Emulator.Routes;

/// <summary>One address Graph answers: method, path below <c>/v1.0</c> with <c>{names}</c>, and what answers it.</summary>
internal sealed record Route(HttpMethod Method, string Template, Func<Call, Answer> Handle)
{
    private readonly SegmentPattern[] _segments = [.. Template.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(segment => new SegmentPattern(segment))];

    public bool Writes { get; init; } = Method != HttpMethod.Get;

    /// <summary>It is one of <c>/beta</c>.</summary>
    public bool IsBeta { get; init; }

    public static Route Get(string template, Func<Call, Answer> handle) => new(HttpMethod.Get, template, handle);

    public static Route Post(string template, Func<Call, Answer> handle) => new(HttpMethod.Post, template, handle);

    public static Route Patch(string template, Func<Call, Answer> handle) => new(HttpMethod.Patch, template, handle);

    public static Route Put(string template, Func<Call, Answer> handle) => new(HttpMethod.Put, template, handle);

    public static Route Delete(string template, Func<Call, Answer> handle) => new(HttpMethod.Delete, template, handle);

    /// <summary>The values of the template's names, or null when the path is another one.</summary>
    public Dictionary<string, string>? Match(IReadOnlyList<string> segments)
    {
        var takesRest = _segments[^1].TakesRest;
        if (takesRest ? segments.Count < _segments.Length : segments.Count != _segments.Length)
        {
            return null;
        }

        Dictionary<string, string> values = new(StringComparer.Ordinal);
        for (var index = 0; index < _segments.Length; index++)
        {
            var pattern = _segments[index];
            if (pattern.Match(pattern.TakesRest ? string.Join('/', segments.Skip(index)) : segments[index]) is not { } value)
            {
                return null;
            }

            if (pattern.Name is { } name)
            {
                values[name] = value;
            }
        }

        return values;
    }
}
