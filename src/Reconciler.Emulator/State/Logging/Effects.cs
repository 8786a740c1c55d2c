using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State.Logging;

/// <summary>
/// What writes did to a tenant, as values: which entities are gone, what others say now, and which are new. Entities look as they do in a
/// state, so that <see cref="Replay"/> needs no rules, no clock and no ids.
/// </summary>
internal static class Effects
{
    public const string Remove = "remove";
    public const string Change = "change";
    public const string Add = "add";
    public const string Section = "section";
    public const string Position = "position";
    public const string Keep = "keep";
    public const string To = "to";

    /// <summary>In the order in which they have to be replayed: what is new can stand where something went.</summary>
    public static JsonArray Of(TenantStore store)
    {
        var changes = store.Changes;
        var effects = new JsonArray();
        foreach (var address in changes.Removed)
        {
            effects.Add(new JsonObject { [Remove] = Texts(address) });
        }

        foreach (var entity in changes.Changed)
        {
            effects.Add(Changed(entity));
        }

        foreach (var entity in changes.Added)
        {
            effects.Add(new JsonObject { [Add] = Texts(Address.Container(entity)), [Position] = Address.PositionOf(entity), [To] = StateWriter.One(entity) });
        }

        if (changes.InvitationsChanged)
        {
            effects.Add(new JsonObject { [Section] = "invitations", [To] = store.Invitations?.DeepClone() });
        }

        if (changes.ScheduleChanged)
        {
            effects.Add(new JsonObject { [Section] = "schedule", [To] = store.Schedule.Events.Count > 0 ? store.Schedule.Write() : null });
        }

        return effects;
    }

    private static JsonObject Changed(Entity entity)
    {
        var effect = new JsonObject { [Change] = Texts(Address.Of(entity)) };
        if (Layout.Of(entity.Type) is { HoldsMany: true } layout)
        {
            effect[Keep] = Texts(layout.Children.Select(child => child.Member));
        }

        effect[To] = StateWriter.WithoutMany(entity);
        return effect;
    }

    private static JsonArray Texts(IEnumerable<string> texts) => new([.. texts.Select(text => JsonValue.Create(text))]);
}
