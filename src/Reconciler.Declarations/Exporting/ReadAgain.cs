using System.Text;
using Reconciler.Declarations.Baselines;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Workspaces;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting;

/// <summary>Reads the files of an export before they are written, as any later run will: what went in has to come out.</summary>
internal static class ReadAgain
{
    public static LoadResult Load(IEnumerable<PolicyFile> files, ExportOptions options) => DeclarationLoader.Load(
        options.Texts.GetValueOrDefault(WorkspaceReader.FileName) ?? $"version: 1\ntimeZone: {options.Workspace.TimeZone.Id}\ntenants: {{ it: {{ adapter: embedded }} }}\n",
        options.Texts.Where(text => text.Key is not (WorkspaceReader.FileName or BaselineReader.FileName)).Select(text => (text.Key, Encoding.UTF8.GetBytes(text.Value)))
            .Concat(files.Select(file => (file.Path, Encoding.UTF8.GetBytes(file.Text)))),
        options.Tenant).MayBeEmpty();

    /// <summary>Everything that came out otherwise; none if all is well.</summary>
    public static IEnumerable<Diagnostic> Check(LoadResult loaded, IEnumerable<WritableEntity> exported)
    {
        foreach (var finding in loaded.Diagnostics.Where(d => d.Severity == Severity.Error))
        {
            yield return ExportDiagnostics.NotReadAgain(finding);
        }

        foreach (var entity in exported)
        {
            var read = loaded.Declared.Find(entity.Key);
            if (read is null || read.Id != entity.Declaration.Id || read.DisplayName != entity.Declaration.DisplayName || !read.Entity.Equals(entity.Declaration.Entity))
            {
                yield return ExportDiagnostics.ReadOtherwise(DocumentKinds.Noun(Language.Of(entity.Key.Kind).Keyword), entity.Key);
            }
        }
    }
}
