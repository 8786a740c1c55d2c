using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Entitlements;
using Reconciler.Graph;
using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests;

/// <summary>How many requests a run costs after its first read, over a service that is prompt: that many and no more.</summary>
public sealed class WriteCountTests
{
    private const int Catalogs = 3;
    private const int Groups = 10;
    private const int Packages = 300;

    private readonly ImpatientTime _time = new();
    private int _ids;

    [Fact]
    public async Task Three_hundred_packages_from_nothing_cost_hardly_more_than_their_writes()
    {
        var (tenant, counted) = Open(new JsonObject { ["groups"] = Many(Groups, 'b', n => new JsonObject { ["displayName"] = $"Group {n}" }) });
        var before = await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        counted.Clear();
        List<SentWrite> sent = [];

        var catalogs = new List<Handle>();
        for (var n = 0; n < Catalogs; n++)
        {
            catalogs.Add(await Create(new Catalog { Name = $"Catalog {n}" }, null));
        }

        foreach (var catalog in catalogs)
        {
            for (var n = 0; n < Groups; n++)
            {
                await Write(new TenantWrite.AddItem(catalog, new ListItem.ResourceOf(new CatalogResource { Resource = Group(n) })));
            }
        }

        var packages = new List<Handle>();
        for (var n = 0; n < Packages; n++)
        {
            var catalog = catalogs[n % Catalogs];
            packages.Add(await Create(new AccessPackage { Catalog = catalog.Key.Name, Name = $"Package {n}" }, catalog));
        }

        for (var n = 0; n < Packages; n++)
        {
            await Write(new TenantWrite.AddItem(packages[n], new ListItem.RoleOf(new ResourceRole { Resource = Group(n % Groups), Role = new Role.OfGroup(GroupRole.Member) })));
            await Write(new TenantWrite.AddItem(packages[n], new ListItem.RoleOf(new ResourceRole { Resource = Group((n + 1) % Groups), Role = new Role.OfGroup(GroupRole.Owner) })));
        }

        foreach (var package in packages)
        {
            await Create(Policy(package.Key), package);
        }

        const int Fewest = Catalogs + (Catalogs * Groups) + Packages + (2 * Packages) + Packages;
        Assert.Equal(Fewest, sent.Count);
        Assert.Equal(Fewest + Catalogs, counted.Sent.Count);

        var after = await tenant.ReadAgainAsync(TenantPart.Whole, before, sent, CancellationToken.None);

        Assert.Equal(Fewest + Catalogs + 6, counted.Sent.Count);
        Assert.Empty(_time.Waits);
        Assert.Equal(Packages, after.Entities.Count(actual => actual.Entity is AccessPackage { ResourceRoles.Value.Count: 2 }));

        async Task<Handle> Create(Entity declared, Handle? parent)
        {
            var id = await Write(new TenantWrite.Create(declared, parent));
            return new Handle(declared.Key, id, parent);
        }

        async Task<string?> Write(TenantWrite write)
        {
            var written = await tenant.WriteAsync(write, CancellationToken.None);
            sent.Add(new SentWrite(write, written.Id, IsMade: true));
            return written.Id;
        }
    }

    [Fact]
    public async Task One_policy_changed_among_a_thousand_packages_costs_four_requests()
    {
        var packages = Many(1000, 'c', n => new JsonObject
        {
            ["displayName"] = $"Package {n}",
            ["assignmentPolicies"] = Many(1, 'd', _ => new JsonObject { ["displayName"] = "Staff" }, offset: n),
        });
        var catalog = new JsonObject { ["id"] = Id('a', 1), ["displayName"] = "Finance", ["accessPackages"] = packages };
        var (tenant, counted) = Open(new JsonObject { ["catalogs"] = new JsonArray(catalog) });
        var before = await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        var target = new Handle(EntityKey.Policy("Finance", "Package 7", "Staff"), Id('d', 7), new Handle(EntityKey.Package("Finance", "Package 7"), Id('c', 7), new Handle(EntityKey.Catalog("Finance"), Id('a', 1))));
        var write = new TenantWrite.Update(target, new AssignmentPolicy { Catalog = "Finance", Package = "Package 7", Name = "Staff", Description = "New." }, Renames: false);
        counted.Clear();

        var written = await tenant.WriteAsync(write, CancellationToken.None);
        var after = await tenant.ReadAgainAsync(TenantPart.Whole, before, [new SentWrite(write, written.Id, IsMade: true)], CancellationToken.None);

        const string Management = "identityGovernance/entitlementManagement";
        Assert.Equal(
            [
                $"GET /beta/{Management}/assignmentPolicies/{Id('d', 7)}", $"GET /v1.0/{Management}/assignmentPolicies/{Id('d', 7)}",
                $"PUT /v1.0/{Management}/assignmentPolicies/{Id('d', 7)}", $"GET /v1.0/{Management}/accessPackages/{Id('c', 7)}",
            ],
            counted.Sent);
        Assert.Equal("New.", ((AssignmentPolicy)after.Entities.Single(actual => actual.Id == Id('d', 7)).Entity).Description.Value);
        Assert.Equal(before.Entities.Count, after.Entities.Count);
    }

    private static Reference Group(int n) => new(ReferenceKind.Group, $"Group {n}", Id('b', n));

    private static string Id(char kind, int n) => $"{new string(kind, 8)}-0000-4000-8000-{n:d12}";

    private static JsonArray Many(int count, char kind, Func<int, JsonObject> make, int offset = 0) => new([.. Enumerable.Range(offset, count).Select(n =>
    {
        var made = make(n);
        made["id"] = Id(kind, n);
        return (JsonNode)made;
    })]);

    private static AssignmentPolicy Policy(EntityKey package) => new()
    {
        Catalog = package.Path[0],
        Package = package.Path[1],
        Name = "Staff",
        Requestors = new Requestors { Who = new RequestorScope.Everyone(Population.Nobody) },
        Approval = new Approval.None(),
        Expiration = new Expiration.Never(),
    };

    private (GraphTenant Tenant, CountingHandler Counted) Open(JsonObject state)
    {
        state["format"] = "reconciler-tenant";
        state["version"] = 1;
        state["organization"] = new JsonObject { ["id"] = Id('e', 1), ["displayName"] = "Woodgrove Bank", ["domain"] = "woodgrove.example" };
        var emulated = EmulatedTenant.FromState(state, new EmulatorOptions { Time = _time, NewId = () => new Guid(++_ids, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) });
        var counted = new CountingHandler(new CheckedRequests(new EmulatorHandler(emulated)));
        return (new GraphTenant(new HttpClient(counted) { BaseAddress = new Uri("https://graph.microsoft.com/v1.0/") }, _time), counted);
    }
}
