using System.Text;

namespace Reconciler.Graph.Http;

/// <summary>Spells query options as the service reads them (contract 1.3): too much encoding breaks some queries, too little all others.</summary>
internal static class OData
{
    private static readonly string[] Plain = ["(", ")", "/", "'", "$", ","];

    public static string Encode(string option)
    {
        var encoded = new StringBuilder(Uri.EscapeDataString(option));
        foreach (var sign in Plain)
        {
            encoded.Replace(Uri.EscapeDataString(sign), sign);
        }

        return encoded.ToString();
    }

    /// <summary>A text inside a filter, not yet encoded.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    public static string Filter(string filter) => "$filter=" + Encode(filter);

    public static string Segment(string id) => Uri.EscapeDataString(id);
}
