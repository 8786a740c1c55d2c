namespace Reconciler.Entitlements.Fields;

/// <summary>The judgements that several rows of the table share: what a change of their value does to access.</summary>
internal static class Judgement
{
    public static Effect TrueWidens(object? old, object? @new) => (old, @new) switch
    {
        (not true, true) => Effect.Widens,
        (true, not true) => Effect.Narrows,
        _ => Effect.Neutral,
    };

    public static Effect TrueNarrows(object? old, object? @new) => TrueWidens(@new, old);

    public static Effect LongerWidens(object? old, object? @new) => (old, @new) switch
    {
        (Duration before, Duration after) when after > before => Effect.Widens,
        (Duration before, Duration after) when after < before => Effect.Narrows,
        _ => Effect.Neutral,
    };

    /// <summary>For what can't be compared: nobody can tell whom it lets in, so that somebody has to look.</summary>
    public static Effect Any(object? old, object? @new) => Equals(old, @new) ? Effect.Neutral : Effect.Both;

    /// <summary>For a list in which every item keeps somebody out.</summary>
    public static Effect MoreNarrows<T>(object? old, object? @new) => MoreWidens<T>(@new, old);

    /// <summary>For a list in which every item gives something: more gives more. One added among others removed still widens.</summary>
    public static Effect MoreWidens<T>(object? old, object? @new)
    {
        var before = old is EquatableArray<T> o ? o : [];
        var after = @new is EquatableArray<T> n ? n : [];
        return after.Except(before).Any() ? Effect.Widens : before.Except(after).Any() ? Effect.Narrows : Effect.Neutral;
    }
}
