namespace Reconciler.Graph.Http;

/// <summary>What was answered, whatever the status: UTF-8, unpacked, without a mark of the byte order.</summary>
/// <param name="Body">May be rented of the shared pool: whoever alone has it may give it back.</param>
/// <param name="RetryAfter">How long the service asks to be left alone, never negative; null where it does not.</param>
internal sealed record GraphAnswer(int Status, ReadOnlyMemory<byte> Body, string? RequestId, TimeSpan? RetryAfter)
{
    public bool IsSuccess => Status is >= 200 and <= 299;
}
