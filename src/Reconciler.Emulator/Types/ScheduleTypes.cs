using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>Expiration, schedule and recurrence (contract 6.2 to 6.4).</summary>
internal static class ScheduleTypes
{
    public static readonly GraphType[] All =
    [
        Complex("entitlementManagementSchedule",
            "expiration: expirationPattern?",
            "recurrence: patternedRecurrence?",
            "startDateTime: DateTimeOffset?"),
        Complex("expirationPattern",
            "duration: Duration?",
            "endDateTime: DateTimeOffset?",
            "type: expirationPatternType?"),
        Complex("patternedRecurrence",
            "pattern: recurrencePattern?",
            "range: recurrenceRange?"),
        Complex("recurrencePattern",
            "dayOfMonth: Int32",
            "daysOfWeek: dayOfWeek[]?",
            "firstDayOfWeek: dayOfWeek?",
            "index: weekIndex?",
            "interval: Int32",
            "month: Int32",
            "type: recurrencePatternType?"),
        Complex("recurrenceRange",
            "endDate: Date?",
            "numberOfOccurrences: Int32",
            "recurrenceTimeZone: String?",
            "startDate: Date?",
            "type: recurrenceRangeType?"),
    ];
}
