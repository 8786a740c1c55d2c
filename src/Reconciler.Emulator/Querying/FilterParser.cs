using Reconciler.Emulator.Routes;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Querying;

/// <summary>Reads the forms of <c>$filter</c> that contract 1.3 and 15 document; anything else is refused.</summary>
internal sealed class FilterParser
{
    private const int LongestIn = 15;

    private readonly List<string> _tokens;
    private readonly string _typeName;
    private readonly IReadOnlyList<string> _filterable;
    private int _next;

    private FilterParser(string filter, string typeName, IReadOnlyList<string> filterable)
    {
        _tokens = FilterTokens.Read(filter);
        _typeName = typeName;
        _filterable = filterable;
    }

    public static Filter Parse(string filter, string typeName, IReadOnlyList<string> filterable)
    {
        var parser = new FilterParser(filter, typeName, filterable);
        var result = parser.Alternatives();
        return parser._next == parser._tokens.Count
            ? result
            : throw GraphErrorException.InvalidQuery($"'{parser._tokens[parser._next]}' is not expected in $filter '{filter}'.");
    }

    private Filter Alternatives()
    {
        var left = Conjunction();
        while (TakeIf("or"))
        {
            left = new Or(left, Conjunction());
        }

        return left;
    }

    private Filter Conjunction()
    {
        var left = Primary();
        while (TakeIf("and"))
        {
            left = new And(left, Primary());
        }

        return left;
    }

    private Filter Primary()
    {
        if (TakeIf("("))
        {
            var inner = Alternatives();
            Expect(")");
            return inner;
        }

        var word = Take();
        if (word.EndsWith("/any", StringComparison.OrdinalIgnoreCase))
        {
            return AnyOf(word[..^"/any".Length]);
        }

        return word.ToUpperInvariant() switch
        {
            "CONTAINS" => TextFunction(onlyAtStart: false),
            "STARTSWITH" => TextFunction(onlyAtStart: true),
            "TOLOWER" => Comparison(Parenthesised()),
            _ => Comparison(word),
        };
    }

    private Filter Comparison(string pathText)
    {
        var path = Path(pathText);
        var operation = Take();
        return operation.ToUpperInvariant() switch
        {
            "GE" or "GT" or "LE" or "LT" or "EQ" when path.Last.TypeName is "DateTimeOffset" => Moment.Read(path, operation.ToUpperInvariant(), Take()),
            "EQ" => new OneOf(path, [Literal(path)]),
            "IN" => new OneOf(path, List(path)),
            _ => throw GraphErrorException.InvalidQuery($"the operator '{operation}' is not supported for '{path.Text}'."),
        };
    }

    private TextMatch TextFunction(bool onlyAtStart)
    {
        Expect("(");
        var word = Take();
        var path = Path(string.Equals(word, "tolower", StringComparison.OrdinalIgnoreCase) ? Parenthesised() : word);
        Expect(",");
        var literal = Literal(path) as string ?? throw GraphErrorException.InvalidQuery("a text function needs a text.");
        Expect(")");
        return new(path, literal, onlyAtStart);
    }

    private AnyElement AnyOf(string pathText)
    {
        var path = Path(pathText);
        Expect("(");
        var variable = Take();
        Expect(":");
        var steps = Take().Split('/');
        if (steps[0] != variable || steps.Length > 3)
        {
            throw GraphErrorException.InvalidQuery($"'{string.Join('/', steps)}' does not start at '{variable}'.");
        }

        var typeName = steps.Length == 3 ? TypeTable.FromWire(steps[1]) ?? throw GraphErrorException.InvalidQuery($"'{steps[1]}' is no type.") : path.Last.TypeName;
        var member = steps.Length == 1 ? null
            : TypeTable.Member(typeName, steps[^1], StringComparison.OrdinalIgnoreCase)
                ?? throw GraphErrorException.InvalidQuery($"Could not find a property named '{steps[^1]}' on type 'microsoft.graph.{typeName}'.");
        Expect("eq");
        var literal = Literal(path.Text, member ?? path.Last, isId: false);
        Expect(")");
        return new(path, literal, steps.Length == 3 ? typeName : null, member?.Name);
    }

    private List<object?> List(PropertyPath path)
    {
        Expect("(");
        var literals = new List<object?> { Literal(path) };
        while (TakeIf(","))
        {
            literals.Add(Literal(path));
        }

        Expect(")");
        return literals.Count <= LongestIn
            ? literals
            : throw GraphErrorException.InvalidQuery($"Too many child clauses: an 'in' takes {LongestIn} values, not {literals.Count}.");
    }

    private object? Literal(PropertyPath path) => Literal(path.Text, path.Last, path.IsId);

    private object? Literal(string place, GraphMember member, bool isId)
    {
        var token = Take();
        object? literal = token switch
        {
            [FilterTokens.TextMark, .. var text] => text,
            "null" => null,
            "true" => true,
            "false" => false,
            _ when long.TryParse(token, out var number) => number,
            _ => throw GraphErrorException.InvalidQuery($"'{token}' is no literal; texts stand in single quotes."),
        };
        if (isId && (literal is not string id || !Guid.TryParse(id, out _)))
        {
            throw GraphErrorException.InvalidQuery($"Unrecognized Guid format: {token}.");
        }

        var isTextual = member.TypeName is "String" || TypeTable.Enums.ContainsKey(member.TypeName);
        return literal is null || literal is string == isTextual
            ? literal
            : throw GraphErrorException.InvalidQuery($"'{place}' cannot be compared with {token}.");
    }

    private PropertyPath Path(string text)
    {
        var path = PropertyPath.Parse(text, _typeName);
        return _filterable.Contains(path.Text, StringComparer.Ordinal)
            ? path
            : throw GraphErrorException.InvalidQuery($"'{path.Text}' cannot be filtered by; documented here: {string.Join(", ", _filterable)}.");
    }

    private string Parenthesised()
    {
        Expect("(");
        var word = Take();
        Expect(")");
        return word;
    }

    private string Take() =>
        _next < _tokens.Count ? _tokens[_next++] : throw GraphErrorException.InvalidQuery("$filter ends too early.");

    private bool TakeIf(string token)
    {
        var isNext = _next < _tokens.Count && string.Equals(_tokens[_next], token, StringComparison.OrdinalIgnoreCase);
        _next += isNext ? 1 : 0;
        return isNext;
    }

    private void Expect(string token)
    {
        if (!TakeIf(token))
        {
            throw GraphErrorException.InvalidQuery($"'{token}' is expected in $filter{(_next < _tokens.Count ? $", not '{_tokens[_next]}'" : "")}.");
        }
    }
}
