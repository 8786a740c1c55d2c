using System.Text.Json.Nodes;

namespace Reconciler.Emulator.State;

/// <summary>The domains of a seed that may, or may not, be invited: one list or the other (contract 17).</summary>
internal static class SeedInvitations
{
    public static void Read(SeedObject root, TenantStore store)
    {
        if (root.Object("invitations") is not { } source)
        {
            return;
        }

        source.AllowOnly("blockedDomains", "allowedDomains");
        var blocked = source.Texts("blockedDomains");
        var allowed = source.Texts("allowedDomains");
        if (blocked.Count > 0 && allowed.Count > 0)
        {
            throw new SeedException($"{source.Pointer}: it is either blockedDomains or allowedDomains.");
        }

        if (blocked.Count + allowed.Count > 0)
        {
            var name = blocked.Count > 0 ? "blockedDomains" : "allowedDomains";
            store.Invitations = new() { [name] = new JsonArray([.. blocked.Concat(allowed).Select(domain => JsonValue.Create(domain))]) };
        }
    }
}
