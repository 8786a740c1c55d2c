using System.Text;
using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A whole workspace: what it declares and how it is written down.</summary>
/// <param name="Style">Which of many spellings, and how the documents are spread over files.</param>
internal sealed record DeclaredWorkspace(EquatableArray<Declaration> Declarations, int Style, int DeletesAllowed = 1000)
{
    private const int MostFiles = 4;

    public static DeclaredWorkspace Empty { get; } = new([], 0);

    public string ReconcilerYaml =>
        $"version: 1\ntenants: {{ demo: {{ adapter: embedded }} }}\nbudgets: {{ deletes: {{ count: {DeletesAllowed} }}, removals: {{ count: 1000 }} }}\n";

    /// <summary>The policy files, by path.</summary>
    public IReadOnlyList<(string Path, string Text)> Files(Func<IEnumerable<string>, IEnumerable<string>>? order = null)
    {
        var writer = new YamlWriter(Style);
        var spread = new Random(Style);
        return
        [
            .. Declarations.Where(d => d.Key.Kind != EntityKind.AssignmentPolicy)
                .Select(d => (File: spread.Next(MostFiles), Text: writer.Document(d, Declarations.Where(c => c.Key.Kind == EntityKind.AssignmentPolicy && c.Key.Parent == d.Key))))
                .GroupBy(document => document.File, document => document.Text)
                .OrderBy(file => file.Key)
                .Select(file => ($"policies/{file.Key}.yaml", string.Join("---\n", order is null ? file : order(file)))),
        ];
    }

    public LoadResult Load() => Load(Files());

    public LoadResult Load(IEnumerable<(string Path, string Text)> files)
    {
        var loaded = DeclarationLoader.Load(ReconcilerYaml, files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text))));
        return loaded with { Diagnostics = [.. loaded.Diagnostics, .. Checker.Check(loaded.Declared, loaded.Sources)] };
    }

    public override string ToString() => $"=== reconciler.yaml\n{ReconcilerYaml}{string.Concat(Files().Select(file => $"=== {file.Path}\n{file.Text}"))}";
}
