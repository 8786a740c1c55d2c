using System.Collections.Immutable;

namespace Reconciler.Emulator.Serving;

/// <summary>An application that may sign in at the emulator: its id, its secret, and the grants its tokens carry.</summary>
/// <param name="Id">The application's id. Catalog roles are those of the directory's service principal with this <c>appId</c>.</param>
public sealed record ServerClient(string Id, string Secret, ImmutableArray<string> Grants)
{
    /// <summary>A client with every grant that any route of the emulator asks for.</summary>
    public static ServerClient WithAllGrants(string id, string secret) => new(id, secret, [.. Access.AccessTable.AllGrants]);
}
