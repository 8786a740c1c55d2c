namespace Reconciler.Entitlements.Fields;

/// <summary>Shapes that several documents share.</summary>
internal static class DocumentFields
{
    /// <summary>A sentence for people; it can't be left empty.</summary>
    public static readonly Shape Reason = new Shape.Text(1000, MayBeEmpty: false);
}
