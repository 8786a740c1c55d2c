namespace Reconciler.Graph.Http;

/// <summary>Says why nobody was trusted, which no repetition and no network mends.</summary>
internal static class Trust
{
    /// <summary>What is wrong and what to do, without a full stop; null where it is something else.</summary>
    public static string? Trouble(Exception? why) => why is HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } lost
        ? $"the certificate that answers is not trusted on this machine ({(lost.InnerException ?? lost).Message.TrimEnd('.')}); if it should be, name the file of who made it in SSL_CERT_FILE"
        : null;
}
