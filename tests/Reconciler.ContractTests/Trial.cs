using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Entitlements;

namespace Reconciler.ContractTests;

/// <summary>A tenant on trial, and the means to look behind it.</summary>
internal sealed record Trial(ITenant Tenant, EmulatedTenant Emulated, ImpatientTime Time)
{
    // Longer than any tenant hides what is new or shows what is gone: who reads at once may read what was.
    private static readonly TimeSpan LongestLag = TimeSpan.FromMinutes(1);

    public async Task<ActualEntity> Actual(EntityKey key)
    {
        var snapshot = await Snapshot();
        return Assert.Single(snapshot.Entities, actual => actual.Entity.Key.Equals(key));
    }

    public async Task<bool> Has(EntityKey key) => (await Snapshot()).Entities.Any(actual => actual.Entity.Key.Equals(key));

    /// <summary>The tenant as it is once the service has caught up with what was written.</summary>
    public async Task<TenantSnapshot> Snapshot()
    {
        Time.Pass(LongestLag);
        var snapshot = await Tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        Assert.Empty(snapshot.Gaps);
        return snapshot;
    }

    public async Task<string?> Write(TenantWrite write) => (await Tenant.WriteAsync(write, CancellationToken.None)).Id;

    public async Task<Handle> Create(Entity entity, Handle? parent = null)
    {
        var id = await Write(new TenantWrite.Create(entity, parent));
        return new Handle(entity.Key, Assert.IsType<string>(id));
    }

    public async Task<EquatableArray<Reference>> Candidates(Reference asked) =>
        (await Tenant.ResolveAsync([asked], CancellationToken.None)).Candidates(asked);

    public JsonObject StateOfPolicy()
    {
        var policy = StoredPolicy();
        foreach (var question in Emulated.Behaviour.OpenQuestions.RenewsQuestionIds ? policy["questions"]?.AsArray().OfType<JsonObject>() ?? [] : [])
        {
            question.Remove("id");
        }

        return policy;
    }

    private JsonObject StoredPolicy() =>
        Emulated.ToState()["catalogs"]?[1]?["accessPackages"]?[0]?["assignmentPolicies"]?.AsArray().OfType<JsonObject>()
            .FirstOrDefault(policy => policy["id"]?.GetValue<string>() == Given.Policy)
        ?? throw new InvalidOperationException("The policy is gone.");
}
