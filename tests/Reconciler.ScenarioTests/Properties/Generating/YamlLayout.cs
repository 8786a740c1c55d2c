using System.Text;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Lays YAML out, here in blocks and there on one line; the same style number gives the same text.</summary>
internal sealed class YamlLayout(int style)
{
    private readonly Random _style = new(style);

    public string Document(YamlNode.Map map)
    {
        var text = new StringBuilder();
        Block(text, map, 0);
        return text.ToString();
    }

    private void Block(StringBuilder text, YamlNode.Map map, int indent)
    {
        foreach (var (key, node) in map.Entries)
        {
            text.Append(' ', indent).Append(key).Append(':');
            Value(text, node, indent);
        }
    }

    private void Value(StringBuilder text, YamlNode node, int indent)
    {
        switch (node)
        {
            case YamlNode.Map { Entries.Count: > 0 } map when _style.Next(3) > 0:
                text.Append('\n');
                Block(text, map, indent + 2);
                break;
            case YamlNode.Seq { Items.Count: > 0 } seq when _style.Next(4) > 0:
                text.Append('\n');
                foreach (var item in seq.Items)
                {
                    text.Append(' ', indent + 2).Append('-');
                    Value(text, item, indent + 2);
                }

                break;
            default:
                text.Append(' ').Append(node.Flow()).Append('\n');
                break;
        }
    }
}
