namespace Reconciler.Entitlements.Fields;

/// <summary>The row <c>only</c>, which every document has, whatever its owner.</summary>
internal static class OnlyField
{
    public const string Key = "only";

    public static Row Row => new(HeaderFields.Only.Shape, HeaderFields.Only.Doc) { Default = HeaderFields.Only.Default };
}
