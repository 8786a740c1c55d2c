using System.Globalization;
using Reconciler.Declarations;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A whole workspace: what it declares and how it is written down.</summary>
/// <param name="Style">Which of many spellings, and how the documents are spread over files.</param>
internal sealed record DeclaredWorkspace(EquatableArray<Declaration> Declarations, int Style, int DeletesAllowed = 1000)
{
    private const int MostFiles = 4;

    public static DeclaredWorkspace Empty { get; } = new([], 0);

    public EquatableArray<Ignore> Ignores { get; init; } = [];

    public EquatableArray<Waiver> Waivers { get; init; } = [];

    /// <summary>Null for the whole tenant.</summary>
    public Scope? Scope { get; init; }

    /// <summary>What is declared as far as it is in the scope; the rest is somebody else's.</summary>
    public EquatableArray<Declaration> Effective => Scope is not { } scope ? Declarations : Declarations
        .Select(d => scope.Includes(d.Key) ? d : new Declaration { Entity = d.Entity.Bare(), Ensure = Ensure.Elsewhere }).ToEquatableArray();

    public LoadResult Load() => Written().Load();

    /// <summary>The files.</summary>
    /// <param name="abbreviates">Whether variables and templates are used where the style has them, or everything is said in full.</param>
    /// <param name="order">Puts the documents of a file into another order.</param>
    public WrittenWorkspace Written(bool abbreviates = true, Func<IEnumerable<string>, IEnumerable<string>>? order = null)
    {
        var writer = new YamlWriter(Style);
        var layout = new YamlLayout(Style);
        var spread = new Random(Style);
        var abbreviations = new Abbreviations(abbreviates ? Style : 0, writer);
        var full = Declarations.Where(d => !IsInside(d.Key.Kind)).Select(d => writer.Document(d, Declarations)).ToList();
        var about = Ignores.Select(i => writer.Document(Table("Ignore"), Yaml(i))).Concat(Waivers.Select(w => WithDays(w, writer.Document(Table("Waiver"), Yaml(w))))).ToList();
        var documents = abbreviates && Style > 0 ? full.ConvertAll(abbreviations.Document) : full;
        return new WrittenWorkspace(ReconcilerYaml(writer, abbreviations.Variables),
        [
            .. documents.Concat(abbreviations.Templates).Concat(about)
                .Select(document => (File: spread.Next(MostFiles), Text: layout.Document(document)))
                .GroupBy(document => document.File, document => document.Text)
                .OrderBy(file => file.Key)
                .Select(file => ($"policies/{file.Key}.yaml", string.Join("---\n", order is null ? file : order(file)))),
        ]);
    }

    public override string ToString() => $"{Written()}";

    private string ReconcilerYaml(YamlWriter writer, YamlNode.Map variables) =>
        $"version: 1\ntenants: {{ demo: {{ adapter: embedded, variables: {variables.Flow()} }}, other: {{ adapter: embedded }} }}\ndefaultTenant: demo\n"
        + $"budgets: {{ deletes: {{ count: {DeletesAllowed} }}, removals: {{ count: 1000 }} }}\n"
        + (Scope is { } scope ? $"scope: {writer.Value(ScopeFields.Shape, scope).Flow()}\n" : "");

    /// <summary>Whether it is written inside of what it is in.</summary>
    private static bool IsInside(EntityKind kind) => Language.Tables.Any(table => table.Children.Any(list => list.Kind == kind));

    private static DocumentTable Table(string keyword) => Language.Documents.First(table => table.Keyword == keyword);

    private static IgnoreYaml Yaml(Ignore ignore) => new()
    {
        Target = TargetYaml.Of(ignore.Target),
        Fields = ignore.Fields,
        Reason = ignore.Reason,
        Until = ignore.Until is { } until ? until : default(Setting<DateTimeOffset>),
    };

    private static WaiverYaml Yaml(Waiver waiver) => new()
    {
        Rule = waiver.Rule,
        Target = TargetYaml.Of(waiver.Target),
        Reason = waiver.Reason,
        ApprovedBy = waiver.ApprovedBy,
        Granted = EndOf(waiver.Granted),
        Expires = EndOf(waiver.Expires),
    };

    // Of these a day alone can be written.
    private static YamlNode.Map WithDays(Waiver waiver, YamlNode.Map document) => new(
    [
        .. document.Entries.Select(entry => entry.Key is "granted" or "expires"
            ? (entry.Key, new YamlNode.Scalar((entry.Key == "granted" ? waiver.Granted : waiver.Expires).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)))
            : entry),
    ]);

    private static DateTimeOffset EndOf(DateOnly day) => new(day, new TimeOnly(23, 59, 59), TimeSpan.Zero);
}
