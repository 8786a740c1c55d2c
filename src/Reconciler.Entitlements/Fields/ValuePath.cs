using System.Globalization;
using System.Text;

namespace Reconciler.Entitlements.Fields;

/// <summary>The way to a value inside of an entity while somebody goes through it; in words when they are asked for, since hardly anybody asks.</summary>
public sealed class ValuePath
{
    private readonly List<(string Key, int Index)> _steps = [];

    /// <summary>Keys joined by dots, list items by index: <c>approval.stages[0].approvers[1]</c>.</summary>
    public override string ToString()
    {
        var path = new StringBuilder();
        foreach (var (key, index) in _steps)
        {
            _ = key.Length == 0 ? path.Append(CultureInfo.InvariantCulture, $"[{index}]") : path.Append(path.Length == 0 ? "" : ".").Append(key);
        }

        return path.ToString();
    }

    internal void Enter(string key) => _steps.Add((key, 0));

    internal void Enter(int index) => _steps.Add(("", index));

    internal void Leave() => _steps.RemoveAt(_steps.Count - 1);
}
