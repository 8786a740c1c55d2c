using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Expanding;

/// <summary>What stands in a node: how many values, and where they and their keys are.</summary>
internal static class NodePlaces
{
    public static int Count(YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => 1 + sequence.Items.Sum(Count),
        YamlNode.Mapping mapping => 1 + mapping.Entries.Sum(entry => Count(entry.Value)),
        _ => 1,
    };

    public static HashSet<SourceSpan> Of(YamlNode node)
    {
        HashSet<SourceSpan> places = [];
        Collect(node, places);
        return places;
    }

    private static void Collect(YamlNode node, HashSet<SourceSpan> places)
    {
        places.Add(node.Where);
        foreach (var item in node is YamlNode.Sequence sequence ? sequence.Items : [])
        {
            Collect(item, places);
        }

        foreach (var entry in node is YamlNode.Mapping mapping ? mapping.Entries : [])
        {
            places.Add(entry.Key.Where);
            Collect(entry.Value, places);
        }
    }
}
