using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Reconciler.Entitlements.Fields;

/// <summary>
/// The form of a value in the language. A closed family: the reader, the comparer, the schema and the documentation each go through
/// it once, so that a new key needs a row in a table and no code in any of them. Values travel boxed.
/// </summary>
public abstract record Shape
{
    private Shape() { }

    /// <summary>Text of at most <paramref name="Longest"/> characters.</summary>
    public sealed record Text(int Longest = 4000, bool MayBeEmpty = true) : Shape;

    public sealed record Truth : Shape;

    /// <summary>A whole number between two bounds, both included.</summary>
    public sealed record Whole(int Least, int Most) : Shape;

    /// <summary>A length of time between two bounds, both included.</summary>
    public sealed record Length(Duration Least, Duration Most) : Shape
    {
        /// <summary>A length that can stand there.</summary>
        public Duration Example => Duration.OfDays(14) < Least ? Least : Duration.OfDays(14) > Most ? Most : Duration.OfDays(14);
    }

    /// <summary>A date, which ends with its day in the workspace's time zone, or a full timestamp.</summary>
    /// <param name="Begins">Whether a date stands for its first second rather than for its last.</param>
    public sealed record Moment(bool Begins = false) : Shape;

    /// <summary>A day, without a time.</summary>
    public sealed record Day : Shape;

    /// <summary>One of a few words.</summary>
    public sealed record Choice(ImmutableArray<Keyword> Words) : Shape
    {
        /// <summary>Words of the language that this build does not know yet.</summary>
        public ImmutableArray<string> Later { get; init; } = [];
    }

    /// <summary>A mapping of one of the kinds to a name: <c>{ group: Finance }</c>, with or without <c>id:</c> beside it.</summary>
    public sealed record Named(ImmutableArray<ReferenceKind> Kinds) : Shape
    {
        /// <summary>Kinds of the language that this build does not know yet.</summary>
        public ImmutableArray<string> Later { get; init; } = [];
    }

    /// <summary>The name, as plain text, of an entity of one kind that lives beside the one that names it.</summary>
    public sealed record Called(ReferenceKind Kind) : Shape;

    /// <summary>A list. As a set its order has no meaning and an item stands in it once.</summary>
    public sealed record ListOf(Shape Item, bool IsSet, string Noun) : Shape
    {
        public required Func<ImmutableArray<object>, object> Pack { get; init; }

        public required Func<object, ImmutableArray<object>> Unpack { get; init; }

        /// <summary>What tells an item of a set from the others, where that is a part of it: two items with one key are one that changed. Null where it is the whole.</summary>
        public Func<object, object>? KeyOf { get; init; }

        /// <summary>Such a key in words.</summary>
        public Func<object, string> KeyWords { get; init; } = key => $"{key}";

        public int Fewest { get; init; }

        public int Most { get; init; } = 10_000;
    }

    /// <summary>A mapping whose keys are data, each to a group: <c>{ nb-no: { text: Sted } }</c>. Held as a list whose items know their key.</summary>
    public sealed record MapOf(string Noun, Group Item) : Shape
    {
        /// <summary>What a key has to look like, for people.</summary>
        public required string KeyNoun { get; init; }

        /// <summary>The keys that can stand in it, as a regular expression of the whole.</summary>
        public required string KeyPattern { get; init; }

        public required Func<object, string> KeyOf { get; init; }

        public required Func<object, string, object> WithKey { get; init; }

        public required Func<ImmutableArray<object>, object> Pack { get; init; }

        public required Func<object, ImmutableArray<object>> Unpack { get; init; }

        public bool IsKey(string text) => Regex.IsMatch(text, $@"^(?:{KeyPattern})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
    }

    /// <summary>A mapping of names to values of any kind: what they are is told where they are used.</summary>
    public sealed record Values(string Noun) : Shape
    {
        /// <summary>Such a name, as a regular expression of the whole.</summary>
        public const string NamePattern = "[A-Za-z_][A-Za-z0-9_\\-]{0,63}";
    }

    /// <summary>A mapping of keys to values.</summary>
    public sealed record Group(string Noun, ImmutableArray<Field> Fields, Func<object> Blank) : Shape
    {
        /// <summary>Keys of the language that this build does not know yet.</summary>
        public ImmutableArray<string> Later { get; init; } = [];
    }

    /// <summary>One of several forms, told apart by how they are written.</summary>
    public sealed record Union(string Noun, ImmutableArray<Form> Forms) : Shape
    {
        /// <summary>The form a value has and what it holds in it; neither for a value that the language has no form for.</summary>
        public (Form? Form, object? Inner) FormOf(object value)
        {
            foreach (var form in Forms)
            {
                if (form.Unwrap(value) is { } inner)
                {
                    return (form, inner);
                }
            }

            return (null, null);
        }
    }
}

/// <summary>A word of a <see cref="Shape.Choice"/> and the value it stands for.</summary>
public sealed record Keyword(string Word, object Value, string Doc);

/// <summary>One form of a <see cref="Shape.Union"/>. <paramref name="Unwrap"/> gives null for a value of another form.</summary>
public sealed record Form(Shape Shape, Func<object, object> Wrap, Func<object, object?> Unwrap);
