using Reconciler.Declarations.Exporting.Templates;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>The files of an export as they fill.</summary>
internal sealed class FileSet(FileLayout layout, ExportOptions options)
{
    private static readonly string PolicyList = Language.Of(EntityKind.AccessPackage).Children.First(list => list.Kind == EntityKind.AssignmentPolicy).Key;

    private readonly DeclarationWriter _writer = new(options.Workspace.TimeZone, options.Only);
    private readonly SortedDictionary<string, List<YamlPart.Mapping>> _documents = new(StringComparer.Ordinal);

    public int TemplateCount { get; private set; }

    public void Add(IEnumerable<WritableEntity> entities)
    {
        foreach (var entity in entities)
        {
            Documents(layout.PathOf(entity)).Add(_writer.Document(entity));
        }
    }

    /// <summary>Writes what policies have in common into a file of its own.</summary>
    public void UseTemplates()
    {
        var finder = new TemplateFinder(options.TakenTemplates);
        var replaced = finder.Find(_documents.Values.SelectMany(file => file).SelectMany(Policies));
        foreach (var file in _documents.Values)
        {
            for (var i = 0; i < file.Count; i++)
            {
                file[i] = file[i] with { Lines = [.. file[i].Lines.Select(line => line.Value is YamlPart.Sequence list ? line with { Value = list with { Items = [.. list.Items.Select(item => replaced.GetValueOrDefault(item, item))] } } : line)] };
            }
        }

        TemplateCount = finder.Templates.Count;
        if (TemplateCount > 0)
        {
            Documents(layout.Templates()).AddRange(finder.Templates);
        }
    }

    // What others use comes first: a run that is killed leaves nothing behind that names what is not there.
    public EquatableArray<PolicyFile> Write() =>
        _documents.OrderBy(file => file.Key.Count(c => c == '/')).ThenBy(file => file.Key, StringComparer.Ordinal).Select(file => new PolicyFile(file.Key, YamlPrinter.Print(options.Heading(file.Key), file.Value))).ToEquatableArray();

    private static IEnumerable<YamlPart.Mapping> Policies(YamlPart.Mapping document) =>
        document.Lines.Where(line => line.Key == PolicyList).Select(line => line.Value).OfType<YamlPart.Sequence>().SelectMany(list => list.Items).OfType<YamlPart.Mapping>();

    private List<YamlPart.Mapping> Documents(string path)
    {
        if (!_documents.TryGetValue(path, out var documents))
        {
            _documents[path] = documents = [];
        }

        return documents;
    }
}
