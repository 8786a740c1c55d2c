namespace Reconciler.Emulator.Types;

/// <summary>
/// The notation the type table is written in: <c>name : base</c> heads a type, <c>name: Kind</c> is a member,
/// <c>[]</c> marks a collection, <c>?</c> a member that may be null and <c>nav</c> a navigation property.
/// </summary>
internal static class Notation
{
    public static GraphType Entity(string heading, params string[] members) => Type(heading, true, false, members);

    public static GraphType AbstractEntity(string heading, params string[] members) => Type(heading, true, true, members);

    public static GraphType Complex(string heading, params string[] members) => Type(heading, false, false, members);

    public static GraphType AbstractComplex(string heading, params string[] members) => Type(heading, false, true, members);

    public static GraphEnum Enumeration(string name, params string[] members) => new(name, members);

    private static GraphType Type(string heading, bool isEntity, bool isAbstract, string[] members)
    {
        var parts = heading.Split(" : ");
        return new(parts[0], parts.Length > 1 ? parts[1] : null, isEntity, isAbstract, [.. members.Select(member => Member(parts[0], member))]);
    }

    private static GraphMember Member(string owner, string notation)
    {
        const string Navigation = "nav ";
        var isNavigation = notation.StartsWith(Navigation, StringComparison.Ordinal);
        var parts = (isNavigation ? notation[Navigation.Length..] : notation).Split(": ");
        var isNullable = parts[1].EndsWith('?');
        var kind = parts[1].TrimEnd('?');
        var isCollection = kind.EndsWith("[]", StringComparison.Ordinal);
        return new(owner, parts[0], isCollection ? kind[..^2] : kind, isCollection, isNullable, isNavigation);
    }
}
