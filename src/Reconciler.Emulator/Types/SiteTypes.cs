using static Reconciler.Emulator.Types.Notation;

namespace Reconciler.Emulator.Types;

/// <summary>SharePoint sites, which are found by their address (contract 15).</summary>
internal static class SiteTypes
{
    public static readonly GraphType[] All =
    [
        AbstractEntity("baseItem : entity",
            "createdDateTime: DateTimeOffset",
            "description: String?",
            "lastModifiedDateTime: DateTimeOffset",
            "name: String?",
            "webUrl: String?"),
        Complex("root"),
        Entity("site : baseItem",
            "displayName: String?",
            "root: root?",
            "siteCollection: siteCollection?"),
        Complex("siteArchivalDetails",
            "archiveStatus: siteArchiveStatus?"),
        Complex("siteCollection",
            "archivalDetails: siteArchivalDetails?",
            "dataLocationCode: String?",
            "hostname: String?",
            "root: root?"),
    ];
}
