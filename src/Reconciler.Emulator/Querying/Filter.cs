using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Querying;

/// <summary>A parsed <c>$filter</c>. Strings compare as <see cref="Likeness"/> says (contract 2, 1.3).</summary>
internal abstract record Filter
{
    public abstract bool Matches(Entity entity, Navigator navigator);

    /// <summary>A smaller collection that holds all that match, where one of the conditions leads to it; null is none.</summary>
    public virtual IEnumerable<Entity>? Narrowed(Func<string, string, IEnumerable<Entity>?>? narrow) => null;

    protected static bool Same(JsonNode? value, object? literal) => (value, literal) switch
    {
        (null, null) => true,
        (null, _) or (_, null) => false,
        (_, string text) => value.GetValueKind() is JsonValueKind.String
            && Likeness.AreSame(value.GetValue<string>(), text),
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

    public override IEnumerable<Entity>? Narrowed(Func<string, string, IEnumerable<Entity>?>? narrow) => Left.Narrowed(narrow) ?? Right.Narrowed(narrow);
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

        // A text is taken out of the JSON once, not for each of the names that a client looks for.
        return value?.GetValueKind() is JsonValueKind.String && value.GetValue<string>() is var text
            ? Literals.Any(literal => literal is string wanted && Likeness.AreSame(text, wanted))
            : Literals.Any(literal => Same(value, literal));
    }

    public override IEnumerable<Entity>? Narrowed(Func<string, string, IEnumerable<Entity>?>? narrow) =>
        Literals is [string literal] ? narrow?.Invoke(Path.Text, literal) : null;
}

/// <summary>A text contains or starts with another.</summary>
internal sealed record TextMatch(PropertyPath Path, string Literal, bool OnlyAtStart) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator) =>
        Path.Read(entity, navigator) is { } value
        && value.GetValueKind() is JsonValueKind.String
        && Likeness.Contains(value.GetValue<string>(), Literal, OnlyAtStart);
}

/// <summary>A point in time lies before or after another.</summary>
internal sealed record Moment(PropertyPath Path, DateTimeOffset Literal, Func<int, bool> IsMet) : Filter
{
    public static Moment Read(PropertyPath path, string operation, string token)
    {
        var literal = token.Contains('T', StringComparison.Ordinal) && DateTimeOffset.TryParse(token, CultureInfo.InvariantCulture, out var moment)
            ? moment
            : throw GraphErrorException.InvalidQuery($"'{token}' is no point in time.");
        return new(path, literal, operation switch
        {
            "GE" => order => order >= 0,
            "GT" => order => order > 0,
            "LE" => order => order <= 0,
            "LT" => order => order < 0,
            _ => order => order == 0,
        });
    }

    public override bool Matches(Entity entity, Navigator navigator) =>
        Path.Read(entity, navigator) is { } value
        && value.GetValueKind() is JsonValueKind.String
        && DateTimeOffset.TryParse(value.GetValue<string>(), CultureInfo.InvariantCulture, out var actual)
        && IsMet(actual.CompareTo(Literal));
}

/// <summary>
/// A collection holds the value: <c>otherMails/any(x:x eq '…')</c>, or holds it in a member of its elements:
/// <c>identitySources/any(is:is/microsoft.graph.azureActiveDirectoryTenant/tenantId eq '…')</c>.
/// </summary>
internal sealed record AnyElement(PropertyPath Path, object? Literal, string? TypeName, string? Member) : Filter
{
    public override bool Matches(Entity entity, Navigator navigator) =>
        Path.Read(entity, navigator) is JsonArray elements && elements.Any(element => Same(Member is null ? element : MemberOf(element), Literal));

    private JsonNode? MemberOf(JsonNode? element) =>
        element is JsonObject holder && Member is { } name && (TypeName is null || TypeOf(holder) == TypeName) ? holder[name] : null;

    private static string? TypeOf(JsonObject holder) =>
        holder["@odata.type"]?.GetValueKind() is JsonValueKind.String ? TypeTable.FromWire(holder["@odata.type"]?.GetValue<string>() ?? "") : null;
}
