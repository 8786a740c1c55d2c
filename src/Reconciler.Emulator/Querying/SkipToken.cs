using System.Buffers.Text;
using System.Text;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Querying;

/// <summary>The place in a list that a next link carries; opaque to clients (contract 1.4).</summary>
internal static class SkipToken
{
    private const string Prefix = "after:";

    public static string Write(int skip) => Base64Url.EncodeToString(Encoding.ASCII.GetBytes($"{Prefix}{skip}"));

    public static int Read(string token)
    {
        var text = Base64Url.IsValid(token) ? Encoding.ASCII.GetString(Base64Url.DecodeFromChars(token)) : "";
        return text.StartsWith(Prefix, StringComparison.Ordinal) && int.TryParse(text[Prefix.Length..], out var skip) && skip >= 0
            ? skip
            : throw GraphErrorException.InvalidQuery($"'{token}' is no $skiptoken of this service.");
    }
}
