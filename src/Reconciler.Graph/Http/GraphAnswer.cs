namespace Reconciler.Graph.Http;

/// <summary>What was answered, whatever the status: UTF-8, unpacked, without a mark of the byte order.</summary>
/// <param name="RetryAfter">How long the service asks to be left alone, never negative; null where it does not.</param>
internal sealed record GraphAnswer(int Status, ReadOnlyMemory<byte> Body, string? RequestId, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and <= 299;
}
