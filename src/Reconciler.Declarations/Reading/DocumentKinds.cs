using System.Collections.Immutable;
using System.Text;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations;

/// <summary>The kinds that a document can be of: those that do not live in a list of another.</summary>
internal static class DocumentKinds
{
    private static readonly Dictionary<string, string> Nouns =
        Language.Tables.Select(table => table.Keyword).Concat(Language.Documents.Select(table => table.Keyword)).ToDictionary(keyword => keyword, NounOf, StringComparer.Ordinal);

    private static readonly Dictionary<EntityKind, (EntityTable Owner, EntityList List)> Owners =
        Language.Tables.SelectMany(table => table.Children.Select(list => (Owner: table, List: list))).ToDictionary(pair => pair.List.Kind);

    public static ImmutableArray<EntityTable> Tables { get; } =
        [.. Language.Tables.Where(table => OwnerOf(table.Kind) is null)];

    /// <summary>What can stand behind <c>kind:</c>.</summary>
    public static ImmutableArray<string> Keywords { get; } = [.. Tables.Select(table => table.Keyword), .. Language.Documents.Select(table => table.Keyword)];

    /// <summary>The kind in whose list entities of a kind are declared, and that list; null for kinds that are documents.</summary>
    public static (EntityTable Owner, EntityList List)? OwnerOf(EntityKind kind) => Owners.TryGetValue(kind, out var owner) ? owner : null;

    /// <summary>The kind that somebody means who writes its last word alone: <c>Package</c>; null where there is none or several.</summary>
    public static string? EndingIn(string written) =>
        written.Length > 3 && Keywords.Concat(Language.Tables.Select(table => table.Keyword)).Distinct().Where(keyword => keyword.EndsWith(written, StringComparison.OrdinalIgnoreCase)).ToArray() is [var one] ? one : null;

    /// <summary>A kind's keyword as words within a sentence: <c>access package</c>.</summary>
    public static string Noun(string keyword) => Nouns.GetValueOrDefault(keyword) ?? NounOf(keyword);

    private static string NounOf(string keyword)
    {
        var noun = new StringBuilder();
        foreach (var c in keyword)
        {
            noun.Append(noun.Length > 0 && char.IsUpper(c) ? " " : "").Append(char.ToLowerInvariant(c));
        }

        return noun.ToString();
    }
}
