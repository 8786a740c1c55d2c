using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>What is still to happen in the tenant, soonest first; of two at one time the one that was planned first.</summary>
/// <param name="changed">Told of every change.</param>
internal sealed class Schedule(Action changed)
{
    private const string Kind = "kind";
    private const string Due = "due";

    private readonly List<ScheduledEvent> _events = [];

    public IReadOnlyList<ScheduledEvent> Events => _events;

    public void Add(ScheduledEvent happening)
    {
        var after = _events.FindIndex(other => other.Due > happening.Due);
        _events.Insert(after < 0 ? _events.Count : after, happening);
        changed();
    }

    /// <summary>The next one whose time has come, which is then no longer planned; null when there is none.</summary>
    public ScheduledEvent? TakeDue(DateTimeOffset now)
    {
        if (_events.Count == 0 || _events[0].Due > now)
        {
            return null;
        }

        var next = _events[0];
        _events.RemoveAt(0);
        changed();
        return next;
    }

    /// <summary>Calls off what is planned of a kind for the thing that the detail names.</summary>
    public void CallOff(string kind, string detail, string id)
    {
        if (_events.RemoveAll(happening => happening.Kind == kind && happening[detail] == id) > 0)
        {
            changed();
        }
    }

    public JsonArray Write() => new([.. _events.Select(Write)]);

    /// <summary>Plans what <see cref="Write()"/> wrote.</summary>
    public void Read(JsonArray source, string pointer)
    {
        foreach (var (element, index) in source.Select((element, index) => (element, index)))
        {
            Add(Read(element as JsonObject ?? throw new TenantStateException($"{pointer}/{index}: expected an object."), $"{pointer}/{index}"));
        }
    }

    private static JsonObject Write(ScheduledEvent happening)
    {
        var result = new JsonObject { [Kind] = happening.Kind, [Due] = Timestamp.Write(happening.Due) };
        foreach (var (name, value) in happening.Details)
        {
            result[name] = value;
        }

        return result;
    }

    private static ScheduledEvent Read(JsonObject source, string pointer)
    {
        var details = source.ToDictionary(
            member => member.Key,
            member => member.Value?.GetValueKind() is JsonValueKind.String
                ? member.Value.GetValue<string>()
                : throw new TenantStateException($"{pointer}/{member.Key}: expected a text."));
        var due = DateTimeOffset.TryParse(details.GetValueOrDefault(Due), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            ? moment
            : throw new TenantStateException($"{pointer}/{Due}: expected a point in time.");
        var kind = details.GetValueOrDefault(Kind) ?? throw new TenantStateException($"{pointer}/{Kind}: it is required.");
        return new(kind, due, details.Where(detail => detail.Key is not (Kind or Due)).ToDictionary());
    }
}
