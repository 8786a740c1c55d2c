using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>By which keys the forms of a union are told apart, worked out once for each.</summary>
internal sealed class FormKeys
{
    private static readonly ConditionalWeakTable<Shape.Union, FormKeys> Known = [];

    private readonly Dictionary<string, ImmutableArray<Form>> _owners = new(StringComparer.Ordinal);
    private readonly ImmutableArray<string> _words;

    private FormKeys(Shape.Union union)
    {
        foreach (var key in union.Forms.SelectMany(form => ShapeKeys.Known(form.Shape).Concat(ShapeKeys.Later(form.Shape))).Distinct())
        {
            _owners[key] = [.. union.Forms.Where(form => ShapeKeys.Owns(form.Shape, key))];
        }

        _words = [.. union.Forms.Select(form => form.Shape).OfType<Shape.Choice>().SelectMany(choice => choice.Words.Select(word => word.Word))];
        var naming = union.Forms.Select(form => form.Shape).OfType<Shape.Group>().SelectMany(group => group.Fields.Where(field => field is { IsInline: true, IsRequired: true })).ToArray();
        Names = naming.Length < union.Forms.Length ? [] : [.. naming.SelectMany(field => ShapeKeys.NamesOf(field))];
    }

    /// <summary>The keys of which one has to be written, where every form names something first; none otherwise.</summary>
    public ImmutableArray<string> Names { get; }

    public static FormKeys Of(Shape.Union union) => Known.TryGetValue(union, out var keys) ? keys : Known.GetValue(union, u => new FormKeys(u));

    /// <summary>The forms that a mapping with the key can be.</summary>
    public ImmutableArray<Form> OwnersOf(string key) => _owners.TryGetValue(key, out var owners) ? owners : [];

    /// <summary>Whether a key is a word that stands by itself.</summary>
    public bool IsWord(string key) => _words.Contains(key);
}
