using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Querying;

/// <summary>Reads <c>$expand</c>: comma lists whose items may carry <c>($select=…;$expand=…)</c>.</summary>
internal static class ExpandParser
{
    public static IReadOnlyList<Expansion> Parse(string text) => [.. Split(text, ',').Select(Item)];

    public static IReadOnlyList<string> ParseSelect(string text) => [.. text.Split(',').Select(name => name.Trim())];

    private static Expansion Item(string text)
    {
        var open = text.IndexOf('(', StringComparison.Ordinal);
        if (open < 0)
        {
            return new(text, Shape.Plain);
        }

        if (!text.EndsWith(')'))
        {
            throw GraphErrorException.InvalidQuery($"'{text}' in $expand lacks its closing parenthesis.");
        }

        var shape = Shape.Plain;
        string[] options = [.. Split(text[(open + 1)..^1], ';')];
        foreach (var option in options)
        {
            var equals = option.IndexOf('=', StringComparison.Ordinal);
            shape = (equals < 0 ? option : option[..equals]) switch
            {
                "$expand" => shape with { Expand = Parse(option[(equals + 1)..]) },
                "$select" => shape with { Select = ParseSelect(option[(equals + 1)..]) },
                _ => throw GraphErrorException.InvalidQuery($"'{option}' is not supported inside $expand."),
            };
        }

        return new(text[..open].Trim(), shape) { Options = options };
    }

    private static IEnumerable<string> Split(string text, char separator)
    {
        var depth = 0;
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            depth += text[index] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 && text[index] == separator)
            {
                yield return text[start..index].Trim();
                start = index + 1;
            }
        }

        if (depth != 0)
        {
            throw GraphErrorException.InvalidQuery($"The parentheses of '{text}' do not match.");
        }

        yield return text[start..].Trim();
    }
}
