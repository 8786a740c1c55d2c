using System.Net;

namespace Reconciler.Cli.Commands;

/// <summary>Where <c>emulate</c> listens. What other machines reach has to be an address written in full: no name, no star, no empty place.</summary>
internal sealed record EmulateAddress(IPEndPoint Endpoint)
{
    private const string Local = "localhost:";

    public bool IsReachedByOthers => !IPAddress.IsLoopback(Endpoint.Address);

    public static EmulateAddress? Read(string text)
    {
        var numbers = text.StartsWith(Local, StringComparison.OrdinalIgnoreCase) ? $"{IPAddress.Loopback}:{text[Local.Length..]}" : text;
        var colon = numbers.LastIndexOf(':');

        // An address without a port would be read too, and 8443 alone as the address 0.0.32.251.
        return colon > 0 && ushort.TryParse(numbers[(colon + 1)..], out var port)
            && IPAddress.TryParse(numbers[..colon].Trim('[', ']'), out var address)
            && (numbers.StartsWith('[') || numbers[..colon].Split('.').Length == 4)
            ? new(new IPEndPoint(address, port))
            : null;
    }
}
