using System.Net;

namespace Reconciler.UnitTests.Emulator;

public sealed class RoleScopeRoutesTests : IAsyncLifetime, IDisposable
{
    private readonly GraphClient _graph = new();
    private string _catalog = "";
    private string _resource = "";
    private string _package = "";

    private string RoleScopes => $"~/accessPackages/{_package}/resourceRoleScopes";

    public async Task InitializeAsync()
    {
        _catalog = await _graph.Catalog();
        _resource = await _graph.Resource(_catalog);
        _package = await _graph.Package(_catalog);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    public void Dispose() => _graph.Dispose();

    [Fact]
    public async Task A_granted_role_is_answered_with_id_and_time_only()
    {
        var created = await _graph.Post(RoleScopes, Given.Grant(_resource));

        Assert.Equal(HttpStatusCode.Created, created.Status);
        Assert.Equal(["@odata.context", "id", "createdDateTime"], created.Body?.AsObject().Select(member => member.Key) ?? []);
        var read = Assert.Single((await _graph.Get($"{RoleScopes}?$expand=role,scope")).Items);
        Assert.Equal($"{read["role"]?["id"]}_{read["scope"]?["id"]}", created.Id);
    }

    [Fact]
    public async Task A_role_granted_twice_is_a_conflict()
    {
        await _graph.Created(RoleScopes, Given.Grant(_resource));

        (await _graph.Post(RoleScopes, Given.Grant(_resource))).IsRefused(HttpStatusCode.Conflict, "DuplicateKey");

        await _graph.Created(RoleScopes, Given.Grant(_resource, role: "Owner"));
    }

    [Fact]
    public async Task The_directorys_id_is_not_the_resources_id()
    {
        (await _graph.Post(RoleScopes, Given.Grant(Given.Collaboration))).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    [Fact]
    public async Task A_resource_of_another_catalog_is_not_found()
    {
        var elsewhere = await _graph.Resource(await _graph.Catalog("Sales"));

        (await _graph.Post(RoleScopes, Given.Grant(elsewhere))).IsRefused(HttpStatusCode.NotFound, "ResourceNotFound");
    }

    [Fact]
    public async Task A_role_the_resource_does_not_have_is_not_found()
    {
        (await _graph.Post(RoleScopes, Given.Grant(_resource, role: "Visitor"))).IsRefused(HttpStatusCode.NotFound, "RoleNotFound");
    }

    [Fact]
    public async Task A_role_scope_is_taken_out()
    {
        var id = await _graph.Created(RoleScopes, Given.Grant(_resource));

        Assert.Equal(HttpStatusCode.NoContent, (await _graph.Delete($"{RoleScopes}/{id}")).Status);

        Assert.Empty((await _graph.Get(RoleScopes)).Items);
        (await _graph.Delete($"{RoleScopes}/{id}")).IsRefused(HttpStatusCode.NotFound, "ResourceRoleScopeNotFound");
    }
}
