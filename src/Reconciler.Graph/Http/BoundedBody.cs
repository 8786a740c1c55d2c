using System.Buffers;

namespace Reconciler.Graph.Http;

/// <summary>Reads the bytes of an answer up to a bound: what is small when it is packed can fill the memory when it is not.</summary>
internal static class BoundedBody
{
    private const int FirstBytes = 16 * 1024;
    private static readonly byte[] ByteOrderMark = [0xEF, 0xBB, 0xBF];

    /// <summary>The bytes; null when they are more than that.</summary>
    public static async Task<ReadOnlyMemory<byte>?> ReadAsync(HttpContent content, int most, CancellationToken cancellationToken)
    {
        if (content.Headers.ContentLength > most)
        {
            return null;
        }

        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var bytes = new ArrayBufferWriter<byte>(Math.Clamp((int)(content.Headers.ContentLength ?? 0) + 1, FirstBytes, most + 1));
        while (await stream.ReadAsync(bytes.GetMemory(), cancellationToken) is > 0 and var read)
        {
            bytes.Advance(read);
            if (bytes.WrittenCount > most)
            {
                return null;
            }
        }

        return bytes.WrittenSpan.StartsWith(ByteOrderMark) ? bytes.WrittenMemory[ByteOrderMark.Length..] : bytes.WrittenMemory;
    }
}
