namespace Reconciler.Emulator.State;

/// <summary>The address of a site, which is its origin id too. Case, escapes and a slash at the end make no difference.</summary>
internal static class SiteAddress
{
    public static bool IsOne(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps && uri.Query.Length == 0 && uri.Fragment.Length == 0;

    public static bool Same(string? one, string? other) =>
        one is not null && other is not null && string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string address) => Uri.UnescapeDataString(address).Normalize().TrimEnd('/');
}
