using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;

namespace Reconciler.Emulator;

/// <summary>
/// A behaviour as JSON: members as in C#, camel-case; durations as <c>"PT5S"</c> or seconds; how often something happens as a share from 0 to 1
/// or <c>{ "every": 3 }</c>.
/// </summary>
public static class BehaviourJson
{
    /// <summary>The basis with the members that the JSON names; all others stay.</summary>
    /// <exception cref="BehaviourException">A member is unknown or its value is none; the message starts with its JSON pointer.</exception>
    public static Behaviour Read(JsonObject source, Behaviour basis)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(basis);
        return Read(source, basis, prefix: "", pointer: "");
    }

    public static JsonObject Write(Behaviour behaviour)
    {
        ArgumentNullException.ThrowIfNull(behaviour);
        var result = new JsonObject();
        foreach (var knob in Knobs.All)
        {
            string[] steps = knob.Path.Split('.');
            var holder = result;
            foreach (var step in steps[..^1])
            {
                var inner = holder[step] as JsonObject ?? [];
                holder[step] ??= inner;
                holder = inner;
            }

            holder[steps[^1]] = knob.Write(behaviour);
        }

        return result;
    }

    internal static Behaviour Read(JsonObject source, Behaviour basis, string prefix, string pointer)
    {
        var result = basis;
        foreach (var (name, value) in source)
        {
            // A path is walked member by member, never written at once.
            var path = name.Contains('.', StringComparison.Ordinal) ? "" : prefix + name;
            var place = $"{pointer}/{name}";
            if (Knobs.All.FirstOrDefault(knob => knob.Path == path) is { } knob)
            {
                result = knob.Read(result, value, place);
            }
            else if (Knobs.All.Any(inner => inner.Path.StartsWith(path + ".", StringComparison.Ordinal)))
            {
                result = Read(value as JsonObject ?? throw KnobKind.Odd(value, place, "an object"), result, path + ".", place);
            }
            else
            {
                throw new BehaviourException($"{place}: unknown; known here are {string.Join(", ", NamesIn(prefix))}.");
            }
        }

        return result;
    }

    private static IEnumerable<string> NamesIn(string prefix) =>
        Knobs.All.Where(knob => knob.Path.StartsWith(prefix, StringComparison.Ordinal)).Select(knob => knob.Path[prefix.Length..].Split('.')[0]).Distinct();
}
