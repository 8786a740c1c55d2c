using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Exporting;

/// <summary>The files of an export as they fill.</summary>
internal sealed class FileSet(FileLayout layout, ExportOptions options)
{
    private readonly DeclarationWriter _writer = new(options.Workspace.TimeZone);
    private readonly SortedDictionary<string, List<YamlPart.Mapping>> _documents = new(StringComparer.Ordinal);

    public int TemplateCount { get; private set; }

    public void Add(IEnumerable<WritableEntity> entities)
    {
        foreach (var entity in entities)
        {
            Documents(layout.PathOf(entity)).Add(_writer.Document(entity));
        }
    }

    public EquatableArray<PolicyFile> Write() =>
        _documents.Select(file => new PolicyFile(file.Key, YamlPrinter.Print(options.Heading(file.Key), file.Value))).ToEquatableArray();

    private List<YamlPart.Mapping> Documents(string path)
    {
        if (!_documents.TryGetValue(path, out var documents))
        {
            _documents[path] = documents = [];
        }

        return documents;
    }
}
