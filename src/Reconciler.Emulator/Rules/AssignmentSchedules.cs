using System.Globalization;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>From when to when an assignment holds: as requested, else as its policy says (contract 6.2, 8, 9).</summary>
internal static class AssignmentSchedules
{
    public static JsonObject Of(JsonObject? requested, Entity policy, DateTimeOffset now)
    {
        var start = Finding.Text(requested, "startDateTime") is { } text ? DateTimeOffset.Parse(text, CultureInfo.InvariantCulture) : now;
        var expiration = Said(requested?["expiration"] as JsonObject) ?? Said(policy.Members["expiration"] as JsonObject);
        var end = Finding.Text(expiration, "type") switch
        {
            "afterDateTime" => DateTimeOffset.Parse(Finding.Text(expiration, "endDateTime") ?? "", CultureInfo.InvariantCulture),
            "afterDuration" => start + Duration(expiration),
            _ => (DateTimeOffset?)null,
        };
        if (end <= start || end <= now)
        {
            throw GraphErrorException.InvalidModel("/schedule/expiration: it ends before it begins.");
        }

        return new()
        {
            ["startDateTime"] = Timestamp.Write(start),
            ["expiration"] = end is { } moment
                ? new() { ["type"] = "afterDateTime", ["endDateTime"] = Timestamp.Write(moment) }
                : new JsonObject { ["type"] = "noExpiration" },
        };
    }

    /// <summary>Expires the assignments whose time has come; nothing in the tenant runs on its own, so who looks at assignments calls this first.</summary>
    public static void EndWhatIsOver(Call call)
    {
        var now = call.Moment;
        if (call.Store.NextEnd > now)
        {
            return;
        }

        var next = DateTimeOffset.MaxValue;
        foreach (var assignment in call.Store.Assignments.Where(assignment => assignment.Text("state") is not "expired"))
        {
            if (assignment.Members["schedule"]?["expiration"] is JsonObject expiration && Finding.Text(expiration, "endDateTime") is { } text)
            {
                var end = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);
                if (end <= now)
                {
                    End(assignment, text);
                }
                else if (end < next)
                {
                    next = end;
                }
            }
        }

        call.Store.NextEnd = next;
    }

    public static void End(Entity assignment, string moment)
    {
        var members = assignment.Edit();
        members["state"] = "expired";
        members["status"] = "Expired";
        members["expiredDateTime"] = moment;
    }

    private static JsonObject? Said(JsonObject? expiration) => Finding.Text(expiration, "type") is null or "notSpecified" ? null : expiration;

    private static TimeSpan Duration(JsonObject? expiration) =>
        ScalarCheck.TryDuration(Finding.Text(expiration, "duration") ?? "", out var duration) ? duration : TimeSpan.Zero;
}
