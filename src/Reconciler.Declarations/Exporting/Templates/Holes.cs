using Reconciler.Declarations.Writing;

namespace Reconciler.Declarations.Exporting.Templates;

/// <summary>The places of a part where a template may put a parameter, outermost first: what is inside of one is a part of its value.</summary>
internal static class Holes
{
    /// <summary>Collects what stands in them, by path.</summary>
    public static void In(YamlPart part, Dictionary<string, YamlPart> found) => Fill(part, path => null, (path, value) => found[path] = value);

    /// <summary>The part with what <paramref name="fill"/> gives for a path in its place; null leaves what is there.</summary>
    public static YamlPart Fill(YamlPart part, Func<string, YamlPart?> fill) => Fill(part, fill, (_, _) => { });

    private static YamlPart Fill(YamlPart part, Func<string, YamlPart?> fill, Action<string, YamlPart> note)
    {
        if (part.Hole is { } path)
        {
            note(path, part);
            return fill(path) ?? part;
        }

        return part switch
        {
            YamlPart.Mapping mapping => mapping with { Lines = [.. mapping.Lines.Select(line => line.Value is null ? line : line with { Value = Fill(line.Value, fill, note) })] },
            YamlPart.Sequence sequence => sequence with { Items = [.. sequence.Items.Select(item => Fill(item, fill, note))] },
            _ => part,
        };
    }
}
