using Reconciler.Declarations.Messages;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Yaml;

/// <summary>The anchors of one document, and the count of values that keeps aliases from multiplying without end.</summary>
internal sealed class Anchors
{
    private readonly Dictionary<string, (YamlNode Node, int Values, int Height)?> _byName = new(StringComparer.Ordinal);

    /// <summary>Values of the whole file so far.</summary>
    public int Values { get; private set; }

    /// <summary>How many levels the node that was read last spans.</summary>
    public int LastHeight { get; private set; }

    public void Clear() => _byName.Clear();

    /// <summary>Notes that the node of an anchor has begun: an alias to it inside of it would have no end.</summary>
    public void Open(string? anchor, SourceSpan where)
    {
        if (anchor is not null)
        {
            _byName[anchor] = null;
        }

        Count(1, where);
    }

    public void Close(string? anchor, YamlNode node, int values, int height)
    {
        LastHeight = height;
        if (anchor is not null)
        {
            _byName[anchor] = (node, values, height);
        }
    }

    /// <summary>What an alias stands for. The node is shared, not copied; only its own place is the alias's.</summary>
    public YamlNode Resolve(string name, SourceSpan where, int depth)
    {
        if (!_byName.TryGetValue(name, out var anchored))
        {
            throw new RefusedYamlException(LoadDiagnostics.UnknownAlias(where, name, Nearest.To(name, _byName.Keys)));
        }

        if (anchored is not { } found)
        {
            throw new RefusedYamlException(LoadDiagnostics.SelfReference(where, name));
        }

        if (depth + found.Height - 1 > YamlLimits.Depth)
        {
            throw new RefusedYamlException(LoadDiagnostics.TooDeep(where));
        }

        Count(found.Values, where);
        LastHeight = found.Height;
        return found.Node with { Where = where };
    }

    private void Count(int values, SourceSpan where)
    {
        Values += values;
        if (Values > YamlLimits.Values)
        {
            throw new RefusedYamlException(LoadDiagnostics.TooManyValues(where));
        }
    }
}
