using System.Text.Json.Nodes;

namespace Reconciler.Emulator.Behaving;

/// <summary>
/// One knob of a behaviour: its path in JSON, such as <c>delays.originVisibility</c>, how it is written and read, and one value that makes a
/// client's life harder.
/// </summary>
internal sealed record Knob(string Path, Func<Behaviour, JsonNode?> Write, Func<Behaviour, JsonNode?, string, Behaviour> Read, Func<Behaviour, Behaviour> Awkward)
{
    public static Knob Of<T>(string path, KnobKind<T> kind, Func<Behaviour, T> get, Func<Behaviour, T, Behaviour> set, T awkward) => new(
        path,
        behaviour => kind.Write(get(behaviour)),
        (behaviour, value, pointer) => set(behaviour, kind.Read(value, pointer)),
        behaviour => set(behaviour, awkward));
}

/// <summary>The knobs of one nested record: how to reach it, and what each knob changes in it.</summary>
internal sealed record KnobGroup<TPart>(string Prefix, Func<Behaviour, TPart> Get, Func<Behaviour, TPart, Behaviour> Set)
{
    public Knob Of<T>(string name, KnobKind<T> kind, Func<TPart, T> get, Func<TPart, T, TPart> set, T awkward) => Knob.Of(
        $"{Prefix}.{name}",
        kind,
        behaviour => get(Get(behaviour)),
        (behaviour, value) => Set(behaviour, set(Get(behaviour), value)),
        awkward);
}
