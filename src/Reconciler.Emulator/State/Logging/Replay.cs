using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>Brings a state to where <see cref="Effects"/> say. Whatever does not fit is refused: the log is then one of another state.</summary>
internal sealed class Replay(JsonObject state)
{
    private readonly Dictionary<JsonArray, Dictionary<string, JsonObject>> _byId = [];

    /// <summary>Does what one write did.</summary>
    /// <exception cref="TenantStateException">An effect is none, or is about what is not there.</exception>
    public void Run(JsonArray effects)
    {
        foreach (var effect in effects.OfType<JsonObject>())
        {
            if (effect[Effects.Remove] is JsonArray removed)
            {
                Remove(Address(removed));
            }
            else if (effect[Effects.Change] is JsonArray changed)
            {
                Change(Address(changed), Taken(effect), effect[Effects.Keep] as JsonArray ?? []);
            }
            else if (effect[Effects.Add] is JsonArray container)
            {
                Add(Address(container), Position(effect), Taken(effect));
            }
            else if (effect[Effects.Section] is JsonValue section && section.TryGetValue<string>(out var name))
            {
                Replace(name, effect[Effects.To]?.DeepClone());
            }
            else
            {
                throw new TenantStateException("it holds what is no effect.");
            }
        }
    }

    private void Remove(string[] address)
    {
        var (siblings, entity) = Find(address);
        siblings.Remove(entity);
        ById(siblings).Remove(address[^1]);
    }

    private void Change(string[] address, JsonObject entity, JsonArray kept)
    {
        // There is one of it: the settings.
        if (address is [var section, _] && state[section] is JsonObject)
        {
            state[section] = entity;
            return;
        }

        var (siblings, before) = Find(address);
        foreach (var member in Texts(kept))
        {
            if (before[member] is { } children)
            {
                before.Remove(member);
                entity[member] = children;
            }
        }

        siblings[siblings.IndexOf(before)] = entity;
        ById(siblings)[address[^1]] = entity;
    }

    private void Add(string[] container, int position, JsonObject entity)
    {
        var holder = container.Length == 1 ? state : Find(container[..^1]).Entity;
        if (holder[container[^1]] is not JsonArray siblings)
        {
            holder[container[^1]] = siblings = [];
        }

        if (position < 0 || position > siblings.Count || !ById(siblings).TryAdd(IdOf(entity), entity))
        {
            throw new TenantStateException($"{string.Join('/', container)} has no room for '{IdOf(entity)}' at {position}.");
        }

        siblings.Insert(position, entity);
    }

    private void Replace(string section, JsonNode? value)
    {
        state.Remove(section);
        if (value is not null)
        {
            state[section] = value;
        }
    }

    private (JsonArray Siblings, JsonObject Entity) Find(string[] address)
    {
        var holder = state;
        JsonArray? siblings = null;
        for (var step = 0; step + 1 < address.Length; step += 2)
        {
            siblings = holder[address[step]] as JsonArray;
            holder = siblings is null ? null : ById(siblings).GetValueOrDefault(address[step + 1]);
            if (holder is null)
            {
                break;
            }
        }

        return siblings is null || holder is null
            ? throw new TenantStateException($"there is no {string.Join('/', address)}.")
            : (siblings, holder);
    }

    private Dictionary<string, JsonObject> ById(JsonArray siblings)
    {
        if (!_byId.TryGetValue(siblings, out var byId))
        {
            _byId[siblings] = byId = new(StringComparer.Ordinal);
            foreach (var sibling in siblings.OfType<JsonObject>())
            {
                byId.TryAdd(IdOf(sibling), sibling);
            }
        }

        return byId;
    }

    private static string IdOf(JsonObject entity) => entity["id"] is JsonValue id && id.TryGetValue<string>(out var text) ? text : "";

    private static int Position(JsonObject effect) => effect[Effects.Position] is JsonValue value && value.TryGetValue<int>(out var position) ? position : -1;

    private static JsonObject Taken(JsonObject effect) =>
        effect[Effects.To]?.DeepClone() as JsonObject ?? throw new TenantStateException("an effect says not what is there now.");

    private static string[] Address(JsonArray steps) => Texts(steps) is [_, ..] address ? address : throw new TenantStateException("an address is empty.");

    private static string[] Texts(JsonArray texts) =>
        [.. texts.Select(text => text?.GetValueKind() is JsonValueKind.String ? text.GetValue<string>() : throw new TenantStateException("an address is no list of texts."))];
}
