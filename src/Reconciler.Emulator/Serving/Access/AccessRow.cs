namespace Reconciler.Emulator.Serving.Access;

/// <summary>What one branch of Graph's addresses asks for: any one of the grants, for reading and for writing.</summary>
/// <param name="Path">Its address below <c>/v1.0</c>; <c>{}</c> is any one segment, and a last segment that ends in <c>*</c> any that begins so.</param>
internal sealed record AccessRow(string Path, string[] Reading, string[] Writing)
{
    private readonly string[] _segments = Path.Split('/', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Grants that suffice when a user is signed in, beside the others.</summary>
    public string[] Delegated { get; init; } = [];

    /// <summary>An application by itself is refused, whatever it was granted.</summary>
    public bool NeedsUser { get; init; }

    /// <summary>How it refuses: as entitlement management does, or as the directory.</summary>
    public bool IsEntitlementManagement { get; init; }

    public int Depth => _segments.Length;

    public bool Covers(IReadOnlyList<string> segments)
    {
        if (segments.Count < _segments.Length)
        {
            return false;
        }

        for (var index = 0; index < _segments.Length; index++)
        {
            var wanted = _segments[index];
            var fits = wanted == "{}"
                || (wanted.EndsWith('*') ? segments[index].StartsWith(wanted[..^1], StringComparison.OrdinalIgnoreCase)
                    : string.Equals(segments[index], wanted, StringComparison.OrdinalIgnoreCase));
            if (!fits)
            {
                return false;
            }
        }

        return true;
    }

    public bool Admits(Caller caller, bool writes) =>
        caller.IsDelegated ? caller.HasAny(writes ? Writing : Reading) || caller.HasAny(Delegated)
            : !NeedsUser && caller.HasAny(writes ? Writing : Reading);
}
