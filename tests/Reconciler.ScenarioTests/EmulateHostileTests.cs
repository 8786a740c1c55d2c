namespace Reconciler.ScenarioTests;

/// <summary>What <c>emulate</c> is given and can't use. Each was found by somebody who tried.</summary>
public sealed class EmulateHostileTests : IDisposable
{
    private readonly TryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("--clients", """{ "clients": [ { "id": "\ud800", "secret": "s", "grants": [] } ] }""", "/clients/0/id: the text")]
    [InlineData("--clients", """{ "clients": [ { "id": "i", "secret": "a\udfff", "grants": [] } ] }""", "/clients/0/secret: the text")]
    [InlineData("--clients", """{ "clients": [ { "id": "i", "secret": "s", "grants": [ "User.Read", "\udc00\ud800" ] } ] }""", "/clients/0/grants/1: the text")]
    [InlineData("--clients", """{ "clients": [ { "\ud800": "i" } ] }""", "/clients/0: a key")]
    [InlineData("--clients", "\"\\ud800\"", "/: the text")]
    [InlineData("--faults", """{ "script": [ { "when": { "path": "*" }, "then": { "status": 503, "code": "\ud800" } } ] }""", "/script/0/then/code: the text")]
    [InlineData("--faults", """{ "behaviour": { "deleteRefusalCode": "\ud800" } }""", "/behaviour/deleteRefusalCode: the text")]
    [InlineData("--faults", """{ "behaviour": { "\ud800": 1 } }""", "/behaviour: a key")]
    [InlineData("--faults", """{ "seed": 1, "\ud800": 1 }""", "/: a key")]
    public async Task Half_a_surrogate_pair_is_refused_with_its_place(string option, string json, string place)
    {
        _folder.Put("given.json", json);

        var run = await StoppedAsync(option, "given.json");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal(
            $"error RCN631: The file \"{Path.Combine(_folder.Path, "given.json")}\" can't be used: {place} holds half of a surrogate pair, which is no character. Correct it, or name another one. 1 error.",
            Flat(run.Out));
    }

    [Fact]
    public async Task A_whole_surrogate_pair_is_a_character()
    {
        _folder.Put("clients.json", """{ "clients": [ { "id": "\ud83d\ude00", "secret": "s", "grants": [] } ] }""");

        Assert.Equal(0, (await StoppedAsync("--clients", "clients.json")).ExitCode);
    }

    [Theory]
    [InlineData("--clients")]
    [InlineData("--state")]
    [InlineData("--log-requests")]
    [InlineData("--ca")]
    [InlineData("--seed")]
    [InlineData("--faults")]
    public async Task A_variable_that_was_never_set_is_no_file(string option)
    {
        foreach (var value in new[] { "", " " })
        {
            var run = await StoppedAsync("--tls", option, value);

            Assert.Equal(3, run.ExitCode);
            Assert.Equal($"error RCN605: {option} takes a file, and its name is empty. Leave it out to mean none. See reconciler emulate --help.", Flat(run.Error));
        }
    }

    [Theory]
    [InlineData("some")]
    [InlineData("some/")]
    [InlineData("other/")]
    public async Task A_state_that_is_a_folder_is_refused_and_nothing_is_left_beside_it(string state)
    {
        Directory.CreateDirectory(Path.Combine(_folder.Path, "some"));

        var run = await StoppedAsync("--state", state);

        Assert.Equal(8, run.ExitCode);
        Assert.Contains("it is a folder.", Flat(run.Out), StringComparison.Ordinal);
        Assert.Equal([Path.Combine(_folder.Path, "some")], Directory.EnumerateFileSystemEntries(_folder.Path, "*", SearchOption.AllDirectories));
    }

    /// <summary>Wherever its lines were broken.</summary>
    private static string Flat(string printed) => string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>What it says when it is stopped at once.</summary>
    private async Task<TestRun> StoppedAsync(params string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        return await new TestCli(_folder.Path) { Stop = stop.Token }.RunAsync(["emulate", "--listen", "127.0.0.1:0", .. arguments]);
    }
}
