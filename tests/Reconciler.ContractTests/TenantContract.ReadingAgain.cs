using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

public abstract partial class TenantContract
{
    [Fact]
    public async Task What_is_read_again_after_writes_is_what_a_full_read_gives()
    {
        var made = 0;
        for (var seed = 0; seed < 40; seed++)
        {
            var random = new Random(seed);
            var trial = Company();
            var before = await trial.Snapshot();
            var writes = new RandomWrites(random, before);
            List<SentWrite> sent = [];
            for (var count = random.Next(1, 8); count > 0; count--)
            {
                var write = writes.Next();
                try
                {
                    var written = await trial.Tenant.WriteAsync(write, CancellationToken.None);
                    writes.Made(write, written.Id);
                    sent.Add(new SentWrite(write, written.Id, IsMade: true));
                    made++;
                }
                catch (TenantException)
                {
                    sent.Add(new SentWrite(write, null, IsMade: false));
                }
            }

            // What was refused is not visible ever, and what was undone again neither: nothing of it may be waited for without end.
            var again = await trial.Tenant.ReadAgainAsync(TenantPart.Whole, before, sent, CancellationToken.None);
            var full = await trial.Snapshot();

            Assert.Empty(again.Gaps);
            Assert.Equal(Spelled(full), Spelled(again));
        }

        Assert.InRange(made, 80, 400);
    }

    [Fact]
    public async Task What_was_renamed_is_called_so_by_all_that_name_it_and_were_not_written()
    {
        var trial = Company();
        var before = await trial.Snapshot();
        var target = new Handle(EntityKey.Package(Catalog.BuiltInName, "Starter"), Given.Newcomer.Id, new Handle(EntityKey.Catalog(Catalog.BuiltInName), Given.General));
        var write = new TenantWrite.Update(target, new AccessPackage { Catalog = Catalog.BuiltInName, Name = "Starter" }, Renames: true);
        await trial.Write(write);

        var again = await trial.Tenant.ReadAgainAsync(TenantPart.Whole, before, [new SentWrite(write, null, IsMade: true)], CancellationToken.None);

        Assert.Contains("access package General / Starter", Spelled(again).Single(line => line.StartsWith($"AccessPackage {Given.Package} ", StringComparison.Ordinal)), StringComparison.Ordinal);
        Assert.Equal(Spelled(await trial.Snapshot()), Spelled(again));
    }

    /// <summary>Every object with all that it says, and every name as it is spelled.</summary>
    private static IEnumerable<string> Spelled(TenantSnapshot snapshot) => snapshot.Entities
        .Select(actual => $"{actual.Entity.Key.Kind} {actual.Id} in {actual.ParentId} {actual.Entity} {string.Join(", ", actual.Unmodelled)} "
            + string.Join(", ", References.In(actual.Entity).Select(found => $"{found.Path}: {found.Reference.Kind} {found.Reference}").Order(StringComparer.Ordinal)))
        .Order(StringComparer.Ordinal);
}
