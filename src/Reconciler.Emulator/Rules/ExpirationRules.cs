using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;

namespace Reconciler.Emulator.Rules;

/// <summary>An expiration says what its type asks for (contract 6.2).</summary>
internal static class ExpirationRules
{
    public static void Check(JsonObject? expiration, string place)
    {
        var needed = Finding.Text(expiration, "type") switch
        {
            "afterDuration" => "duration",
            "afterDateTime" => "endDateTime",
            _ => null,
        };
        if (needed is not null && Finding.Text(expiration, needed) is null)
        {
            throw GraphErrorException.InvalidModel($"{place}/{needed}: it is required by the type of the expiration.");
        }
    }
}
