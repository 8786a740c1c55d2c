using System.Text;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Querying;

/// <summary>Cuts a <c>$filter</c> into words, texts (with their opening quote kept, as a mark) and punctuation.</summary>
internal static class FilterTokens
{
    public const char TextMark = '\'';

    public static List<string> Read(string filter)
    {
        var tokens = new List<string>();
        var index = 0;
        while (index < filter.Length)
        {
            if (char.IsWhiteSpace(filter[index]))
            {
                index++;
            }
            else if (filter[index] is '(' or ')' or ',' or ':')
            {
                tokens.Add(filter[index++].ToString());
            }
            else
            {
                tokens.Add(filter[index] == TextMark ? Quoted(filter, ref index) : Word(filter, ref index));
            }
        }

        return tokens;
    }

    private static string Word(string filter, ref int index)
    {
        // A time of day has colons of its own.
        var isNumber = char.IsAsciiDigit(filter[index]);
        var start = index;
        while (index < filter.Length && !char.IsWhiteSpace(filter[index]) && filter[index] is not ('(' or ')' or ',' or TextMark) && (isNumber || filter[index] != ':'))
        {
            index++;
        }

        return filter[start..index];
    }

    private static string Quoted(string filter, ref int index)
    {
        var text = new StringBuilder().Append(TextMark);
        for (index++; index < filter.Length; index++)
        {
            if (filter[index] != TextMark)
            {
                text.Append(filter[index]);
            }
            else if (index + 1 < filter.Length && filter[index + 1] == TextMark)
            {
                text.Append(filter[index++]);
            }
            else
            {
                index++;
                return text.ToString();
            }
        }

        throw GraphErrorException.InvalidQuery($"the text {text} in $filter is not closed.");
    }
}
