using Reconciler.Declarations.Messages;

namespace Reconciler.Declarations.Reading;

/// <summary>What a value is the value of, put into words only where a finding needs them.</summary>
internal readonly record struct Whose
{
    private readonly string _word;
    private readonly bool _isItem;

    private Whose(string word, bool isItem) => (_word, _isItem) = (word, isItem);

    public static Whose Key(string key) => new(key, isItem: false);

    /// <summary>An item of a list, by what such an item is called.</summary>
    public static Whose Item(string noun) => new(noun, isItem: true);

    public override string ToString() => _isItem ? $"this {_word}" : Quote.Of(_word);
}
