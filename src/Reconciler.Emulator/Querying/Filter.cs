using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Querying;

/// <summary>A parsed <c>$filter</c>. Strings compare without regard to case (contract 2, 1.3).</summary>
internal abstract record Filter
{
    public abstract bool Matches(Entity entity, Navigator navigator);

    protected static bool Same(JsonNode? value, object? literal) => (value, literal) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (_, string text) => value.GetValueKind() is JsonValueKind.String
            && string.Equals(value.GetValue<string>(), text, StringComparison.OrdinalIgnoreCase),
        (_, bool flag) => value.GetValueKind() == (flag ? JsonValueKind.True : JsonValueKind.False),
        (_, long number) => value is JsonValue scalar && scalar.TryGetValue<long>(out var actual) && actual == number,
        _ => false,
    };
}

/// <summary>Both sides hold.</summary>
internal sealed record And(Filter Left, Filter Right) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator) =>
        Left.Matches(entity, navigator) && Right.Matches(entity, navigator);
}

/// <summary>Either side holds.</summary>
internal sealed record Or(Filter Left, Filter Right) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator) =>
        Left.Matches(entity, navigator) || Right.Matches(entity, navigator);
}

/// <summary>A property has one of the values: <c>eq</c> with one, <c>in</c> with more.</summary>
internal sealed record OneOf(PropertyPath Path, IReadOnlyList<object?> Literals) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator)
    {
        var value = Path.Read(entity, navigator);
        return Literals.Any(literal => Same(value, literal));
    }
}

/// <summary>A text contains or starts with another.</summary>
internal sealed record TextMatch(PropertyPath Path, string Literal, bool OnlyAtStart) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator)
    {
        if (Path.Read(entity, navigator) is not { } value || value.GetValueKind() is not JsonValueKind.String)
        {
            return false;
        }

        var text = value.GetValue<string>();
        return OnlyAtStart
            ? text.StartsWith(Literal, StringComparison.OrdinalIgnoreCase)
            : text.Contains(Literal, StringComparison.OrdinalIgnoreCase);
    }
}

/// <summary>A collection of texts holds the value: <c>otherMails/any(x:x eq '…')</c>.</summary>
internal sealed record AnyElement(PropertyPath Path, object? Literal) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator) =>
        Path.Read(entity, navigator) is JsonArray elements && elements.Any(element => Same(element, Literal));
}
