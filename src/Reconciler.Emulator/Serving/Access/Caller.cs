using System.Collections.Frozen;

namespace Reconciler.Emulator.Serving.Access;

/// <summary>Who a token speaks for, and what it grants. <see cref="PrincipalId"/> is the object in the directory that catalog roles are given to.</summary>
internal sealed record Caller(string? PrincipalId, bool IsDelegated, FrozenSet<string> Grants)
{
    private static readonly HttpRequestOptionsKey<Caller> Key = new("reconciler.caller");

    public static Caller? Of(HttpRequestMessage request) => request.Options.TryGetValue(Key, out var caller) ? caller : null;

    public void Mark(HttpRequestMessage request) => request.Options.Set(Key, this);

    public bool HasAny(IEnumerable<string> grants) => grants.Any(Grants.Contains);
}
