namespace Reconciler.Tests.Metadata;

/// <summary>An entity type or a complex type as the metadata declares it, with what it inherits.</summary>
internal sealed record MetadataType(string Name, string? BaseName, bool IsAbstract, bool IsOpen, IReadOnlyDictionary<string, MetadataMember> Members);

/// <summary>A property, a navigation property, or a parameter of an action.</summary>
/// <param name="TypeName">In full: <c>microsoft.graph.user</c>, <c>Edm.String</c>.</param>
internal sealed record MetadataMember(string TypeName, bool IsCollection, bool IsNavigation, bool IsNullable)
{
    private const string Collection = "Collection(";

    public static MetadataMember Of(string declared, bool isNavigation, bool isNullable) =>
        declared.StartsWith(Collection, StringComparison.Ordinal)
            ? new(declared[Collection.Length..^1], IsCollection: true, isNavigation, isNullable)
            : new(declared, IsCollection: false, isNavigation, isNullable);
}
