namespace Reconciler.Declarations.Workspaces;

/// <summary>The address of a service that tokens are sent to: nobody must be able to listen, and nothing must stand in it that is not the address.</summary>
internal static class ServiceAddress
{
    /// <summary>The address; null where the text is none, or none that ends with the path.</summary>
    public static Uri? Read(string text, string path) =>
        Uri.TryCreate(text.EndsWith('/') ? text : text + "/", UriKind.Absolute, out var address)
            && (address.Scheme == Uri.UriSchemeHttps || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback))
            && address.UserInfo.Length + address.Query.Length + address.Fragment.Length == 0
            && address.AbsolutePath.EndsWith(path, StringComparison.Ordinal)
            ? address
            : null;
}
