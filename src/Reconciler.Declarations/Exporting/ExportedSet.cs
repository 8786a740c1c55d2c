using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>What of the part that was asked for is written: what is not declared already, each in the document that it belongs to.</summary>
internal sealed class ExportedSet
{
    private readonly List<(ActualEntity Actual, EntityKey Key)> _written = [];
    private readonly HashSet<(EntityKind, string)> _ids = [];
    private readonly List<Diagnostic> _findings = [];

    public ExportedSet(IEnumerable<ActualEntity> there, ExportedKeys keys, IReadOnlyDictionary<(EntityKind, string), EntityKey> declared)
    {
        foreach (var actual in there.OrderBy(a => a.Entity.Key.Kind))
        {
            var kind = actual.Entity.Key.Kind;
            if (declared.ContainsKey((kind, actual.Id)) || keys.Find(kind, actual.Id) is not { } key)
            {
                continue;
            }

            if (IsChild(kind) && key.Parent is { } parent && actual.ParentId is { } parentId && !_ids.Contains((parent.Kind, parentId)))
            {
                _findings.Add(ExportDiagnostics.NotSeparable(Noun(kind), key, parent, where: null));
                continue;
            }

            _ids.Add((kind, actual.Id));
            _written.Add((actual, key));
        }
    }

    public IReadOnlyList<Diagnostic> Findings => _findings;

    public bool Contains(EntityKind kind, string id) => _ids.Contains((kind, id));

    /// <summary>The documents in the order of their keys.</summary>
    public IReadOnlyList<WritableEntity> Documents(EntityExporter exporter)
    {
        var children = _written.Where(one => IsChild(one.Key.Kind)).ToLookup(one => one.Key.Parent);
        return
        [
            .. _written.Where(one => !IsChild(one.Key.Kind)).OrderBy(one => one.Key).Select(one => exporter.Export(one.Actual, one.Key) with
            {
                Children = [.. children[one.Key].OrderBy(child => child.Key).Select(child => exporter.Export(child.Actual, child.Key))],
            }),
        ];
    }

    public static string Noun(EntityKind kind) => DocumentKinds.Noun(Language.Of(kind).Keyword);

    /// <summary>Whether it is written in a list of what it is in.</summary>
    private static bool IsChild(EntityKind kind) => Language.Tables.Any(table => table.Children.Any(list => list.Kind == kind));
}
