using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Reading;

/// <summary>Makes an <see cref="Ignore"/> of what its table read.</summary>
internal static class IgnoreReader
{
    /// <summary>The ignore, and where each of its fields stands; null and findings where something is wrong.</summary>
    public static ReadIgnore? Read(IgnoreYaml yaml, WrittenDocument document)
    {
        TargetReader.CheckReason(yaml.Reason, document);
        if (document.Keys.Find("target") is not { } target || TargetReader.KeyOf(yaml.Target, document, target.Value.Where) is not { } key)
        {
            return null;
        }

        var known = TargetReader.FieldsOf(key.Kind);
        var written = document.Keys.Find("fields")?.Value is YamlNode.Sequence list ? list.Items : [];
        var isWhole = true;

        // The fields of a kind that this build does not know yet are nobody's to tell; its declarations are refused anyway.
        foreach (var (field, item) in yaml.Fields.Zip(written).Where(pair => !known.IsEmpty && !known.Contains(pair.First)))
        {
            isWhole = false;
            document.Own.Add(LoadDiagnostics.UnknownField(item.Where, field, $"{key.Kind}", known));
        }

        return !isWhole ? null : new ReadIgnore(
            new Ignore
            {
                Target = key,
                Fields = yaml.Fields,
                Reason = yaml.Reason,
                Until = yaml.Until.IsWritten ? yaml.Until.Value : null,
                Where = target.Value.Where,
            },
            [.. written.Select(item => item.Where)]);
    }
}
