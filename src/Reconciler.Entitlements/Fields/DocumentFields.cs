namespace Reconciler.Entitlements.Fields;

/// <summary>Shapes that several documents share.</summary>
internal static class DocumentFields
{
    /// <summary>Sentences for people.</summary>
    public static readonly Shape Reason = new Shape.Text(1000);
}
