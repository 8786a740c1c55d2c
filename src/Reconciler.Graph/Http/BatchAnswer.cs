using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>What came of one request of a batch. Without a page it failed, or was not answered, and has to be asked alone.</summary>
internal sealed record BatchAnswer(string Url, int? Status, WireValue Page)
{
    /// <summary>The refusal of one that was asked again for as long as there was patience: asking it alone would only go on.</summary>
    public TenantException? Exhausted { get; init; }
}
