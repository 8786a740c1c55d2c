using System.Text.Json;

namespace Reconciler.Graph.Wire;

/// <summary>Where a value of a <see cref="WireDocument"/> lies.</summary>
internal struct WireEntry
{
    /// <summary>Of a text without its quotes, like its length.</summary>
    public int Start;

    public int Length;

    /// <summary>The entry after it and all that is in it.</summary>
    public int Next;

    /// <summary>The number of its name in its object.</summary>
    public int Name;

    public JsonValueKind Kind;

    public bool IsEscaped;
}
