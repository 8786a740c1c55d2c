using System.Collections.Frozen;

namespace Reconciler.Emulator.Types;

/// <summary>The emulator's own knowledge of Graph's types, written from the facts of the v1.0 metadata; a test compares the two.</summary>
internal static class TypeTable
{
    private const string Namespace = "microsoft.graph.";

    public static readonly FrozenDictionary<string, GraphType> Types = new[]
    {
        CatalogTypes.All, PolicyTypes.All, SubjectSetTypes.All, QuestionTypes.All, ScheduleTypes.All, ResourceTypes.All,
        ExtensionTypes.All, AssignmentTypes.All, RequestTypes.All, DirectoryTypes.All, SiteTypes.All, RoleManagementTypes.All,
        CustomDataTypes.All, TenantPolicyTypes.All,
    }.SelectMany(area => area).ToFrozenDictionary(type => type.Name);

    public static readonly FrozenDictionary<string, GraphEnum> Enums = EnumTypes.All.ToFrozenDictionary(type => type.Name);

    private static readonly FrozenDictionary<string, GraphMember[]> AllMembers = Types.Values.ToFrozenDictionary(
        type => type.Name,
        type => Lineage(type).Reverse().SelectMany(ancestor => ancestor.Members).ToArray());

    /// <summary>Every member a value of the type has, inherited ones first.</summary>
    public static IReadOnlyList<GraphMember> MembersOf(string typeName) => AllMembers[typeName];

    public static GraphMember? Member(string typeName, string name, StringComparison comparison = StringComparison.Ordinal) =>
        AllMembers.TryGetValue(typeName, out var members)
            ? Array.Find(members, member => string.Equals(member.Name, name, comparison))
            : null;

    public static bool IsStructured(string typeName) => Types.ContainsKey(typeName);

    public static bool Derives(string typeName, string baseName) =>
        Types.TryGetValue(typeName, out var type) && Lineage(type).Any(ancestor => ancestor.Name == baseName);

    public static string ToWire(string typeName) => "#" + Namespace + typeName;

    /// <summary>The table's name for an <c>@odata.type</c>, whose leading <c>#</c> is optional (contract 1.1); null when it is not Graph's.</summary>
    public static string? FromWire(string annotation)
    {
        var name = annotation.TrimStart('#');
        return name.StartsWith(Namespace, StringComparison.Ordinal) && Types.ContainsKey(name[Namespace.Length..])
            ? name[Namespace.Length..]
            : null;
    }

    private static IEnumerable<GraphType> Lineage(GraphType type)
    {
        for (var current = type; current is not null; current = current.BaseName is { } name ? Types[name] : null)
        {
            yield return current;
        }
    }
}
