using System.Text;
using Reconciler.Applying;
using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Applying;

public sealed class FolderRunStoreTests : IDisposable
{
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"reconciler-{Guid.NewGuid():N}");

    private FolderRunStore Store => new(_folder);

    private string File => Path.Combine(_folder, "bindings.json");

    [Theory]
    [InlineData("Finance")]
    [InlineData("\"quoted\" \\ and\nbroken \u0001 \u2028")]
    [InlineData("emoji 🦊 and Ünïcode")]
    [InlineData("")]
    public async Task What_is_written_is_read_again(string name)
    {
        var bindings = Bindings.None("t1").With(new Binding(EntityKind.Catalog, "c1", null, name)).With(new Binding(EntityKind.AccessPackage, "p1", "c1", name));

        await Store.WriteBindingsAsync(bindings, default);

        Assert.Equal(bindings, await Store.ReadBindingsAsync("t1", default));
        Assert.Equal(["bindings.json"], Directory.EnumerateFiles(_folder).Select(Path.GetFileName));
    }

    [Fact]
    public async Task Protection_and_pins_are_read_again()
    {
        var bindings = (Bindings.None("t1") with { Pins = [new Pin(ReferenceKind.Group, "A \"b\"", "g1"), new Pin(ReferenceKind.ServicePrincipal, "Ü", "s1")] })
            .With(new Binding(EntityKind.ConnectedOrganization, "o1", null, "F") { IsProtected = true }).With(new Binding(EntityKind.CustomExtension, "x1", "c1", "N"));

        await Store.WriteBindingsAsync(bindings, default);

        Assert.Equal(bindings, await Store.ReadBindingsAsync("t1", default));
    }

    [Fact]
    public async Task What_an_earlier_version_wrote_has_neither_and_is_read()
    {
        Directory.CreateDirectory(_folder);
        await System.IO.File.WriteAllTextAsync(File, """{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Catalog", "name": "A", "id": "c1" } ] }""");

        Assert.Equal(Bindings.None("t1").With(new Binding(EntityKind.Catalog, "c1", null, "A")), await Store.ReadBindingsAsync("t1", default));
    }

    [Fact]
    public async Task Reading_writes_nothing_not_even_the_folder()
    {
        Assert.Equal(Bindings.None("t1"), await Store.ReadBindingsAsync("t1", default));
        Assert.False(Directory.Exists(_folder));
    }

    [Fact]
    public async Task The_memory_of_another_tenant_is_refused()
    {
        await Store.WriteBindingsAsync(Bindings.None("t1"), default);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Store.ReadBindingsAsync("t2", default));
        Assert.Equal(TenantProblem.Held, refusal.Problem);
        Assert.Contains("t1", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{ "format": "another", "version": 1, "tenantId": "t1", "bindings": [] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 2, "tenantId": "t1", "bindings": [] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1.5, "tenantId": "t1", "bindings": [] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": null, "bindings": [] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": {} }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [], "pins": {} }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [], "pins": [ { "kind": "Group", "name": "A" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [], "pins": [ { "kind": "7", "name": "A", "id": "g" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Catalog", "id": "c1", "name": "A", "protected": "yes" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ 1 ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Catalog", "id": "c1" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Catalog", "id": 1, "name": "A" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Castle", "id": "c1", "name": "A" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "7", "id": "c1", "name": "A" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "1", "id": "c1", "name": "A" } ] }""")]
    [InlineData("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t1", "bindings": [ { "kind": "Catalog", "id": "c1", "parentId": 5, "name": "A" } ] }""")]
    public async Task What_is_damaged_is_refused_and_left_as_it_is(string content)
    {
        Directory.CreateDirectory(_folder);
        await System.IO.File.WriteAllTextAsync(File, content);

        var refusal = await Assert.ThrowsAsync<TenantException>(() => Store.ReadBindingsAsync("t1", default));

        Assert.Equal(TenantProblem.Held, refusal.Problem);
        Assert.Contains(File, refusal.Message, StringComparison.Ordinal);
        Assert.Equal(content, await System.IO.File.ReadAllTextAsync(File));
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_damage_too()
    {
        Directory.CreateDirectory(_folder);
        await System.IO.File.WriteAllBytesAsync(File, [.. Encoding.UTF8.GetBytes("""{ "format": "reconciler-bindings", "version": 1, "tenantId": "t"""), 0xff, .. "\", \"bindings\": [] }"u8]);

        Assert.Equal(TenantProblem.Held, (await Assert.ThrowsAsync<TenantException>(() => Store.ReadBindingsAsync("t1", default))).Problem);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused_for_reading_and_writing()
    {
        Directory.CreateDirectory(File);

        Assert.Equal(TenantProblem.Held, (await Assert.ThrowsAsync<TenantException>(() => Store.ReadBindingsAsync("t1", default))).Problem);
        Assert.Equal(TenantProblem.Held, (await Assert.ThrowsAsync<TenantException>(() => Store.WriteBindingsAsync(Bindings.None("t1"), default))).Problem);
    }

    // setup-terraform#441, atlantis#3411: a lock that outlives its run.
    [Fact]
    public async Task One_run_holds_the_store_and_the_next_may_when_it_is_done()
    {
        await using (await Store.HoldAsync(default))
        {
            var refusal = await Assert.ThrowsAsync<TenantException>(() => Store.HoldAsync(default));
            Assert.Equal(TenantProblem.Held, refusal.Problem);
            Assert.Contains(_folder, refusal.Message, StringComparison.Ordinal);
            await Store.WriteBindingsAsync(Bindings.None("t1"), default);
        }

        await (await Store.HoldAsync(default)).DisposeAsync();
    }

    public void Dispose()
    {
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }
}
