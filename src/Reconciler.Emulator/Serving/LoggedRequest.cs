using System.Collections.Immutable;

namespace Reconciler.Emulator.Serving;

/// <summary>One request as it was answered. Never what was in an <c>Authorization</c> header or in a body, nor a secret of a query.</summary>
/// <param name="At">When it was answered, by the tenant's clock.</param>
/// <param name="PathAndQuery">As it came over the wire, with <c>***</c> for tokens, secrets and passwords in the query.</param>
/// <param name="Status">0 where the connection was dropped instead.</param>
/// <param name="Bytes">Of the body that was sent back, as sent.</param>
public sealed record LoggedRequest(DateTimeOffset At, string Method, string PathAndQuery, int Status, TimeSpan Duration, long Bytes)
{
    public string? ClientRequestId { get; init; }

    public string? RequestId { get; init; }

    /// <summary>The requests of a batch, in the order sent.</summary>
    public ImmutableArray<InnerRequest> Inner { get; init; } = [];
}

/// <summary>A request inside of a batch.</summary>
public sealed record InnerRequest(string Id, string Method, string PathAndQuery, int Status);
