using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.Reading;

/// <summary>Reads again what a run has written, and nothing else, until the service shows it (contract 1.5).</summary>
internal sealed class TouchedReader(GraphHttp http, GraphPages pages, TenantReader whole)
{
    public async Task<TenantSnapshot> ReadAsync(TenantPart part, TenantSnapshot before, IReadOnlyCollection<SentWrite> sent, CancellationToken cancellationToken)
    {
        var patience = new Patience(http.Time, TimeSpan.FromSeconds(0.25), TimeSpan.FromSeconds(8), TimeSpan.FromMinutes(1));
        for (var (known, late) = (before, sent); ;)
        {
            var touched = new Touched(known, late);
            var snapshot = touched.Everything
                ? await whole.ReadAsync(part, cancellationToken)
                : await ReadAsync(part, known, touched, cancellationToken);
            if (snapshot.Gaps.IsEmpty)
            {
                (known, late) = (snapshot, [.. sent.Where(one => one.IsMade && !Shows(snapshot, one))]);
            }

            if (late.Count == 0 || !(snapshot.Gaps.IsEmpty || IsPassing(sent)) || !await patience.WaitAsync(cancellationToken))
            {
                return snapshot;
            }
        }
    }

    private Task<TenantSnapshot> ReadAsync(TenantPart part, TenantSnapshot known, Touched touched, CancellationToken cancellationToken)
    {
        var references = new UnnamedReferences();
        return new TouchedReading(http, pages.Noting(references), references, part, known).ReadAsync(touched, cancellationToken);
    }

    // What is in something new may be refused for as long as that is not seen.
    private static bool IsPassing(IReadOnlyCollection<SentWrite> sent) => sent.Any(one => one is { IsMade: true, Write: TenantWrite.Create { Declared: Catalog or AccessPackage } });

    /// <summary>Whether what was made or taken away is, as far as it is a thing that is there or not.</summary>
    private static bool Shows(TenantSnapshot snapshot, SentWrite sent)
    {
        var target = Touched.TargetOf(sent);
        if (target.Key.Kind == EntityKind.DirectAssignment)
        {
            return true;
        }

        var there = snapshot.Entities.FirstOrDefault(actual => actual.Entity.Key.Kind == target.Key.Kind && string.Equals(actual.Id, target.Id, StringComparison.OrdinalIgnoreCase));
        return sent.Write switch
        {
            TenantWrite.Create => there is not null,
            TenantWrite.Delete => there is null,
            TenantWrite.AddItem add => Has(there, add.Item) is not false,
            TenantWrite.RemoveItem remove => Has(there, remove.Item) is not true,
            _ => true,
        };
    }

    private static bool? Has(ActualEntity? there, ListItem item) =>
        there is null ? null : HeldItems.Of(there.Entity)?.Exists(other => HeldItems.AreSame(other, item));
}
