using System.Net;
using Reconciler.Entitlements;
using Reconciler.Graph;

namespace Reconciler.UnitTests.Graph;

public sealed class RequestTests
{
    private const string Path = "https://graph.example/v1.0/";

    private readonly StubGraph _graph = StubGraph.Tenant();

    [Fact]
    public async Task Values_in_a_filter_are_encoded_and_its_syntax_is_not()
    {
        _graph.On("/users?", """{ "value": [] }""");
        Reference[] asked = [new(ReferenceKind.User, "o'hara+1&2@x.example"), new(ReferenceKind.User, "ana_x#EXT#@y.example"), new(ReferenceKind.User, "50%28@x.example")];

        await Tenant().ResolveAsync(asked, CancellationToken.None);

        Assert.Equal(
            $"GET {Path}users?$filter=userPrincipalName%20in%20('o''hara%2B1%262%40x.example','ana_x%23EXT%23%40y.example','50%2528%40x.example')"
                + "&$select=id,displayName,userPrincipalName",
            _graph.Asked[0]);
    }

    [Fact]
    public async Task Users_and_groups_are_asked_for_fifteen_in_a_clause_and_twenty_clauses_in_a_request()
    {
        _graph.On("/users?", """{ "value": [] }""").On("$batch", """{ "responses": [] }""").On("/groups?", """{ "value": [] }""");
        var asked = Enumerable.Range(0, 41).SelectMany(n => new Reference[] { new(ReferenceKind.User, $"u{n}"), new(ReferenceKind.Group, $"g{n}") });

        await Tenant().ResolveAsync([.. asked], CancellationToken.None);

        // The stub answers no batch, and each clause is asked for again alone.
        Assert.Equal(3, _graph.Asked.Count(url => url.Contains("/users?", StringComparison.Ordinal)));
        Assert.Equal(3, _graph.Asked.Count(url => url.Contains("/groups?", StringComparison.Ordinal)));

        // The third asks for names that are near those that were not found.
        Assert.Equal(3, _graph.Asked.Count(url => url.Contains("$batch", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task A_small_tenant_is_read_in_few_requests()
    {
        await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None);

        const string Management = $"GET {Path}identityGovernance/entitlementManagement/";
        Assert.Equal(
            [
                $"{Management}accessPackages?$filter=catalog/id%20eq%20'c1'&$expand=assignmentPolicies,resourceRoleScopes($expand=role,scope),incompatibleAccessPackages,incompatibleGroups",
                $"{Management}catalogs",
                $"{Management}catalogs/c1/customWorkflowExtensions",
                $"{Management}catalogs/c1/resources?$expand=environment",
                $"{Management}connectedOrganizations?$expand=internalSponsors,externalSponsors",
                $"{Management}settings",
                $"GET {Path}organization?$select=id,displayName",
                $"GET {Path}roleManagement/entitlementManagement/roleAssignments?$filter=appScopeId%20eq%20'/AccessPackageCatalog/c1'",

                // Asked for in one batch, which the stub does not answer.
                $"GET {Path}roleManagement/entitlementManagement/roleAssignments?$filter=roleDefinitionId%20eq%20'ba92d953-d8e0-4e39-a797-0cbedb0a89e8'",
                $"GET {Path}roleManagement/entitlementManagement/roleAssignments?$filter=roleDefinitionId%20eq%20'e65cf63f-9cc2-4b48-8871-cb667e9d90fb'",
                $"POST {Path}$batch",
                $"POST {Path}$batch",
            ],
            _graph.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_flat_lists_of_many_catalogs_are_asked_for_twenty_at_a_time()
    {
        var catalogs = string.Join(",", Enumerable.Range(0, 13).Select(n => $$"""{ "id": "k{{n}}" }"""));
        var answers = string.Join(",", Enumerable.Range(0, 20).Select(n => $$"""{ "id": "{{n}}", "status": 200, "body": { "value": [] } }"""));
        _graph.On("/catalogs", $$"""{ "value": [ {{catalogs}} ] }""").On("$batch", $$"""{ "responses": [ {{answers}} ] }""").On("/accessPackages?", """{ "value": [] }""");

        Assert.Empty((await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None)).Gaps);

        // Organization, settings, organizations, catalogs; the tenant's roles, 39 lists in two batches; and the packages of each catalog.
        Assert.Equal(4 + 1 + 2 + 13, _graph.Asked.Count);
    }

    [Fact]
    public async Task What_is_out_of_scope_is_not_asked_for()
    {
        await Tenant().ReadAsync(new TenantPart(new Scope { Organizations = ["Fabrikam"] }), CancellationToken.None);

        Assert.Equal(
            [
                $"GET {Path}identityGovernance/entitlementManagement/catalogs",
                $"GET {Path}identityGovernance/entitlementManagement/connectedOrganizations",
                $"GET {Path}organization?$select=id,displayName",
            ],
            _graph.Asked.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Applications_are_asked_for_with_their_roles_and_sites_by_their_path()
    {
        _graph.On("$batch", """
            { "responses": [ { "id": "0", "status": 200, "body": { "value": [ { "id": "s1", "displayName": "A&B" } ] } } ] }
            """).On("/sites/", """{ "id": "x,1,2", "webUrl": "https://x.sharepoint.com/sites/A%20B/" }""");
        var (application, site) = (new Reference(ReferenceKind.Application, "A&B"), new Reference(ReferenceKind.Site, "https://x.sharepoint.com/sites/A B"));

        var resolution = await Tenant().ResolveAsync([application, site, new(ReferenceKind.Package, "P"), new(ReferenceKind.Policy, "Q")], CancellationToken.None);

        Assert.Equal("s1", Assert.Single(resolution.Candidates(application)).Id);
        Assert.Contains("\"url\":\"/servicePrincipals?$filter=displayName%20eq%20\\u0027A%26B\\u0027\\u0026$select=id,displayName,appRoles\"", _graph.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("\"headers\":{\"Prefer\":\"include-unknown-enum-members\"}", _graph.Bodies[0], StringComparison.Ordinal);
        Assert.Contains("/sites/x.sharepoint.com:/sites/A%20B?$select=id,webUrl", _graph.Bodies[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_site_of_somebody_else_is_no_candidate()
    {
        _graph.On("$batch", """{ "responses": [ { "id": "0", "status": 400, "body": { "error": { "code": "invalidRequest", "message": "Invalid hostname for this tenancy" } } } ] }""");
        var site = new Reference(ReferenceKind.Site, "https://elsewhere.sharepoint.com/sites/A");

        Assert.Empty((await Tenant().ResolveAsync([site], CancellationToken.None)).Candidates(site));
    }

    [Fact]
    public async Task Which_tenant_it_is_takes_one_request()
    {
        Assert.Equal(new TenantIdentity("t1", "Woodgrove"), await Tenant().IdentifyAsync(CancellationToken.None));
        Assert.Equal($"GET {Path}organization?$select=id,displayName", Assert.Single(_graph.Asked));
    }

    [Fact]
    public async Task Names_are_asked_for_a_thousand_at_a_time()
    {
        var resources = Enumerable.Range(0, 1001).Select(n => $$"""{ "id": "r{{n}}", "originSystem": "AadGroup", "originId": "bbbbbbbb-0000-4000-8000-{{n:d12}}" }""");
        _graph.On("/catalogs/c1/resources", $$"""{ "value": [ {{string.Join(",", resources)}} ] }""");

        await Tenant().ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Equal(2, _graph.Asked.Count(asked => asked.EndsWith("getByIds", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task At_most_four_catalogs_are_read_at_once()
    {
        var catalogs = string.Join(",", Enumerable.Range(0, 12).Select(n => $$"""{ "id": "k{{n}}" }"""));
        using var crowd = new CountingHandler(_graph.On("/catalogs", $$"""{ "value": [ {{catalogs}} ] }""").On("/resources?", """{ "value": [] }""").On("/customWorkflowExtensions", """{ "value": [] }"""));

        await new GraphTenant(new HttpClient(crowd) { BaseAddress = new Uri(StubGraph.Root) }, new ImpatientTime()).ReadAsync(TenantPart.Whole, CancellationToken.None);

        Assert.Equal(4, crowd.Most);
    }

    [Fact]
    public async Task Who_may_request_stays_where_there_is_no_word_for_it()
    {
        _graph.HoldsMore().On("/assignmentPolicies/q1", """
            { "questions": [], "customExtensionStageSettings": [], "accessPackage": { "id": "p1" },
              "allowedTargetScope": "somethingNew", "specificAllowedTargets": [ { "a": 1 } ] }
            """).On("PUT", "", HttpStatusCode.OK);
        var key = EntityKey.Policy("Finance", "Subject", "Employees");
        var changes = new AssignmentPolicy
        {
            Catalog = "Finance",
            Package = "Subject",
            Name = "Employees",
            Requestors = new Requestors { Who = new RequestorScope.Unmodelled("the scope somethingNew"), MayExtend = false },
        };

        await Tenant().WriteAsync(new TenantWrite.Update(new Handle(key, "q1"), changes, Renames: false), CancellationToken.None);

        Assert.Contains(
            """
            "allowedTargetScope":"somethingNew","specificAllowedTargets":[{"a":1}]
            """.Trim(),
            _graph.Bodies[^1],
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_base_address_that_would_lose_its_version_is_refused()
    {
        using var client = new HttpClient { BaseAddress = new Uri("https://graph.microsoft.com/v1.0") };

        Assert.Throws<ArgumentException>(() => new GraphTenant(client, new ImpatientTime()));
    }

    [Fact]
    public async Task What_a_reading_has_asked_the_directory_for_it_is_not_asked_again_to_resolve()
    {
        const string Group = "bbbbbbbb-0000-4000-8000-000000000001";
        _graph.On("/catalogs/c1/resources", $$"""{ "value": [ { "id": "r1", "originSystem": "AadGroup", "originId": "{{Group}}" } ] }""")
            .On("getByIds", $$"""{ "value": [ { "@odata.type": "#microsoft.graph.group", "id": "{{Group}}", "displayName": "Risk" } ] }""");
        var (tenant, asked) = (Tenant(), new Reference(ReferenceKind.Group, "whatever", Group));

        await tenant.ReadAsync(TenantPart.Whole, CancellationToken.None);
        var resolution = await tenant.ResolveAsync([asked], CancellationToken.None);

        Assert.Equal("Risk", Assert.Single(resolution.Candidates(asked)).Name);
        Assert.Single(_graph.Asked, url => url.EndsWith("getByIds", StringComparison.Ordinal));
    }

    private GraphTenant Tenant() => new(_graph.Client, new ImpatientTime());

    /// <summary>Counts how many catalogs are read at once. The first is, alone, to see what the service expands; then each waits until as many are there as there may be.</summary>
    private sealed class CountingHandler(HttpMessageHandler inner) : DelegatingHandler(inner)
    {
        private const int Expected = 4;
        private readonly TaskCompletionSource _full = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _asked;
        private int _now;

        public int Most { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (request.RequestUri?.AbsolutePath.EndsWith("/accessPackages", StringComparison.Ordinal) == true && Interlocked.Increment(ref _asked) > 1)
            {
                int now;
                lock (_full)
                {
                    now = ++_now;
                    Most = Math.Max(Most, now);
                }

                // One more than there may be is on its way by then.
                for (var turn = 0; now == Expected && turn < 1000; turn++)
                {
                    await Task.Yield();
                }

                _ = now == Expected && _full.TrySetResult();
                await _full.Task.WaitAsync(TimeSpan.FromSeconds(30), cancellationToken);
                lock (_full)
                {
                    _now--;
                }
            }

            return await base.SendAsync(request, cancellationToken);
        }
    }
}
