using System.Security.Cryptography;
using System.Text;

namespace Reconciler.Emulator.State;

/// <summary>
/// Ids for what a seed or a hand-written state leaves without one. They follow from where the thing stands, so that
/// reading the same file twice without writing it gives the same ids.
/// </summary>
internal static class DerivedId
{
    public static string From(params string[] parts)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', parts)))[..16];
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x40);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new Guid(bytes, bigEndian: true).ToString();
    }
}
