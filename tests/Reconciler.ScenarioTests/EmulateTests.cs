using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;

namespace Reconciler.ScenarioTests;

/// <summary>The tenant that is served, by the tool as a process of its own.</summary>
public sealed class EmulateTests : IDisposable
{
    private const string Management = "identityGovernance/entitlementManagement";

    private readonly TryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_client_signs_in_and_writes_over_https_and_what_it_wrote_is_there_after_a_restart()
    {
        _folder.Put("directory.yaml", "organization: { name: Woodgrove, domain: woodgrove.example }\nusers: [ { userPrincipalName: megan@woodgrove.example, displayName: Megan } ]\n");
        string[] arguments = ["--tls", "--state", "kept/tenant.json", "--seed", "directory.yaml", "--log-requests", "requests.jsonl"];
        using (var first = await Serving.StartAsync(_folder.Path, arguments))
        {
            await first.SignInAsync();
            Assert.Contains("Megan", await first.Client.GetStringAsync("users"), StringComparison.Ordinal);
            using var created = await first.Client.PostAsync($"{Management}/catalogs", new StringContent("""{ "displayName": "Kept" }""", Encoding.UTF8, "application/json"));
            Assert.Equal(HttpStatusCode.Created, created.StatusCode);
            Assert.Equal(0, await first.StopAsync("TERM"));
        }

        using var second = await Serving.StartAsync(_folder.Path, arguments);
        await second.SignInAsync();
        Assert.Contains("Kept", await second.Client.GetStringAsync($"{Management}/catalogs"), StringComparison.Ordinal);
        Assert.Equal(0, await second.StopAsync("INT"));
        Assert.Equal(5, _folder.Read("requests.jsonl").TrimEnd('\n').Split('\n').Length);
        Assert.DoesNotContain(second.Secret, _folder.Read("requests.jsonl"), StringComparison.Ordinal);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", _folder.Read($"kept/emulator-ca-{second.Client.BaseAddress?.Port}.pem"), StringComparison.Ordinal);
        Assert.Contains("information RCN634: ", await second.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_that_are_served_from_one_folder_are_both_trusted()
    {
        using var first = await Serving.StartAsync(_folder.Path, ["--tls", "--open"]);
        using var second = await Serving.StartAsync(_folder.Path, ["--tls", "--open"]);

        using var late = first.Another();
        Assert.Contains("Megan", await late.GetStringAsync("users"), StringComparison.Ordinal);
        Assert.Contains("Megan", await second.Client.GetStringAsync("users"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_an_empty_folder_it_serves_a_company_and_leaves_nothing_behind()
    {
        using var serving = await Serving.StartAsync(_folder.Path, ["--open", "--log-level", "information"]);

        Assert.Contains("Megan Bowen", await serving.Client.GetStringAsync("users"), StringComparison.Ordinal);

        Assert.Equal(0, await serving.StopAsync("TERM"));
        Assert.Contains("GET /v1.0/users 200", await serving.ErrorAsync(), StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Fact]
    public async Task What_other_machines_reach_is_warned_about()
    {
        using var serving = await Serving.StartAsync(_folder.Path, ["--listen", "0.0.0.0:0"]);

        Assert.Equal(0, await serving.StopAsync("TERM"));
        Assert.Contains("warning RCN633: \"0.0.0.0:0\" can be reached from other machines.", await serving.ErrorAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_where_it_is_and_how_to_sign_in_and_ends_well_when_it_is_stopped()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();

        // It begins nothing when it was stopped before; what it would have said is the process's to show.
        var run = await new TestCli(_folder.Path) { Stop = stop.Token }.RunAsync("emulate", "--listen", "127.0.0.1:0");

        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        Assert.Matches("""
            In the reconciler.yaml of a workspace, below tenants:
              laptop:
                adapter: graph
                tenantId: \S{36}
                endpoint: http://127\.0\.0\.1:\d+/v1\.0/
                authority: http://127\.0\.0\.1:\d+/

            and in the shell that it is planned in:
              export AZURE_AUTHORITY_HOST=http://127\.0\.0\.1:\d+/
              export AZURE_CLIENT_ID=e5a1c0de-0000-4000-8000-000000000001 AZURE_CLIENT_SECRET=\S{32}
            """.ReplaceLineEndings("\n"), run.Out);
        Assert.Matches("""
            ^An emulated tenant answers at http://127\.0\.0\.1:\d+/v1\.0/
              It is gone when this ends; --state FILE keeps one\.
              tenant id  \S{36}
              client id  e5a1c0de-0000-4000-8000-000000000001, which has every grant
              secret     \S{32}

            A token:
              curl -s http://127\.0\.0\.1:\d+/\S+/oauth2/v2\.0/token -d grant_type=client_credentials \S
            """.ReplaceLineEndings("\n"), run.Out);
    }

    [Fact]
    public async Task A_seed_beside_a_tenant_that_is_there_is_said_not_to_be_read()
    {
        _folder.Put("directory.yaml", "organization: { name: Woodgrove, domain: woodgrove.example, tenantId: 7f3c0000-0000-4000-8000-000000000001 }\n");
        string[] arguments = ["--state", "tenant.json", "--seed", "directory.yaml"];

        var first = await StoppedAsync(arguments);
        var second = await StoppedAsync(arguments);

        Assert.Equal((0, ""), (first.ExitCode, first.Error));
        Assert.Contains("tenant id  7f3c0000-0000-4000-8000-000000000001\n", first.Out, StringComparison.Ordinal);
        Assert.Contains("tenant id  7f3c0000-0000-4000-8000-000000000001\n", second.Out, StringComparison.Ordinal);
        Assert.Equal(0, second.ExitCode);
        Assert.Contains($"information RCN634: The tenant in \"{Path.Combine(_folder.Path, "tenant.json")}\" was made earlier", second.Error, StringComparison.Ordinal);
        Assert.Equal("", (await StoppedAsync("--state", "tenant.json")).Error);
    }

    [Fact]
    public async Task A_grant_that_nothing_asks_for_is_warned_about()
    {
        _folder.Put("clients.json", """
            { "clients": [ { "id": "ci", "secret": "s", "grants": [ "EntitlementManagement.ReadWrite.Al", "EntitlementManagement.Read.All", "Mail.Send" ] } ] }
            """);

        var run = await StoppedAsync("--clients", "clients.json");

        Assert.Equal(0, run.ExitCode);
        Assert.Contains(
            "warning RCN635: The client \"ci\" has a grant \"EntitlementManagement.ReadWrite.Al\" that nothing of the emulator asks for; did you mean \"EntitlementManagement.ReadWrite.All\"?",
            Flat(run.Error),
            StringComparison.Ordinal);
        Assert.Contains("\"Mail.Send\" that nothing of the emulator asks for.", Flat(run.Error), StringComparison.Ordinal);
        Assert.DoesNotContain("\"EntitlementManagement.Read.All\"", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_certificate_to_trust_without_TLS_is_a_mistake()
    {
        var run = await StoppedAsync("--ca", "ca.pem");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error RCN605: --ca says where to write the certificate of --tls, which is not there.", Flat(run.Out + run.Error), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[]", "it is no JSON object")]
    [InlineData("{\n  \"seed\": 7\n  \"script\": []\n}", "it is no JSON: line 3, column 3: ")]
    [InlineData("", "it is no JSON: line 1, column 1: ")]
    [InlineData("""{ "behaviour": { "pageSize": "many" } }""", "/behaviour/pageSize")]
    [InlineData("""{ "behaviour": { "pagesice": 1 } }""", "/behaviour/pagesice")]
    [InlineData("""{ "pageSize": 1 }""", "/pageSize: unknown; a file of faults holds seed, behaviour, script.")]
    public async Task A_file_of_faults_that_says_something_else_is_refused(string faults, string why)
    {
        _folder.Put("faults.json", faults);

        var run = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", "127.0.0.1:0", "--faults", "faults.json");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error RCN631", run.Out, StringComparison.Ordinal);
        Assert.Contains(why, run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--faults", "it is not there.")]
    [InlineData("--clients", "it is not there.")]
    [InlineData("--seed", "it is not there.")]
    [InlineData("--log-requests", "its folder is not there.")]
    [InlineData("--ca", "its folder is not there.")]
    public async Task A_file_that_is_not_there_is_said_to_be_so(string option, string why)
    {
        var run = await StoppedAsync("--tls", option, "nowhere/file");

        Assert.Equal(3, run.ExitCode);
        Assert.Equal($"error RCN631: The file \"{Path.Combine(_folder.Path, "nowhere/file")}\" can't be used: {why} Correct it, or name another one. 1 error.", Flat(run.Out));
    }

    [Theory]
    [InlineData("", "it is no file, or an empty one")]
    [InlineData("{\n", "it is no JSON: line 2, column 1: ")]
    [InlineData("""{ "format": "other" }""", "/format: expected \"reconciler-tenant\"")]
    public async Task A_damaged_tenant_is_refused_with_its_place(string content, string why)
    {
        _folder.Put("tenant.json", content);

        var run = await StoppedAsync("--state", "tenant.json");

        Assert.Equal(8, run.ExitCode);
        Assert.Contains($"error RCN623: {Path.Combine(_folder.Path, "tenant.json")}: {why}", Flat(run.Out), StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", run.Out, StringComparison.Ordinal);
        Assert.Equal(content, _folder.Read("tenant.json"));
    }

    [Fact]
    public async Task A_seed_that_makes_no_sense_is_refused_at_its_place()
    {
        _folder.Put("directory.yaml", "organization: { name: Woodgrove, domain: woodgrove.example }\nuser: []\n");

        var run = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", "127.0.0.1:0", "--seed", "directory.yaml");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error RCN604", run.Out, StringComparison.Ordinal);
        Assert.Contains("directory.yaml", run.Out, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("8443")]
    [InlineData(":8443")]
    [InlineData("*:8443")]
    [InlineData("127.0.0.1")]
    [InlineData("127.0.0.1:99999")]
    [InlineData("0:8443")]
    [InlineData("somewhere.example:8443")]
    public async Task Where_nothing_can_listen_is_said(string address)
    {
        var run = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", address);

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error RCN632", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_of_another_machine_is_said_to_be_so()
    {
        var run = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", "203.0.113.7:8443");

        Assert.Equal(3, run.ExitCode);
        Assert.Contains("error RCN632: Nothing can listen on \"203.0.113.7:8443\": it is no address of this machine.", Flat(run.Out), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_in_use_and_a_state_in_use_are_said_and_nothing_is_served()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;

        var run = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", $"127.0.0.1:{port}");
        Assert.Equal(3, run.ExitCode);
        Assert.Contains($"error RCN632: Nothing can listen on \"127.0.0.1:{port}\": something listens there already.", Flat(run.Out), StringComparison.Ordinal);

        _folder.Put("tenant.json", "{}");
        var damaged = await new TestCli(_folder.Path).RunAsync("emulate", "--listen", "127.0.0.1:0", "--state", "tenant.json");
        Assert.Equal(8, damaged.ExitCode);
        Assert.Contains("error RCN623", damaged.Out, StringComparison.Ordinal);
        Assert.Equal("{}", _folder.Read("tenant.json"));
    }

    /// <summary>What it says when it is stopped at once.</summary>
    private async Task<TestRun> StoppedAsync(params string[] arguments)
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        return await new TestCli(_folder.Path) { Stop = stop.Token }.RunAsync(["emulate", "--listen", "127.0.0.1:0", .. arguments]);
    }

    /// <summary>Wherever its lines were broken.</summary>
    private static string Flat(string printed) => string.Join(' ', printed.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The tool while it serves, and a client that trusts it.</summary>
    private sealed class Serving : IDisposable
    {
        private readonly Process _process;
        private readonly Task<string> _error;
        private readonly JsonObject _said;

        private Serving(Process process, Task<string> error, JsonObject said)
        {
            (_process, _error, _said) = (process, error, said);
            Client = Another();
        }

        public HttpClient Client { get; }

        public string Secret => (string?)_said["secret"] ?? "";

        public static async Task<Serving> StartAsync(string folder, string[] arguments)
        {
            string[] where = arguments.Contains("--listen") ? [] : ["--listen", "127.0.0.1:0"];
            var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "reconciler.dll"), "emulate", "--format", "json", .. where, .. arguments])
            {
                WorkingDirectory = folder,
                UseShellExecute = false,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            };
            var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
            var error = process.StandardError.ReadToEndAsync();
            var said = new StringBuilder();
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                said.AppendLine(line);
                if (line == "}")
                {
                    return new(process, error, JsonNode.Parse(said.ToString()) as JsonObject ?? []);
                }
            }

            throw new InvalidOperationException($"It ended: {said}{await error}");
        }

        /// <summary>Trusts what is in the file now.</summary>
        public HttpClient Another()
        {
            var handler = new SocketsHttpHandler { UseProxy = false };
            if ((string?)_said["certificateAuthority"] is { } authority)
            {
                handler.SslOptions.CertificateChainPolicy = new X509ChainPolicy
                {
                    TrustMode = X509ChainTrustMode.CustomRootTrust,
                    CustomTrustStore = { X509Certificate2.CreateFromPem(File.ReadAllText(authority)) },
                    RevocationMode = X509RevocationMode.NoCheck,
                };
            }

            return new HttpClient(handler) { BaseAddress = new Uri((string?)_said["graph"] ?? "") };
        }

        public async Task SignInAsync()
        {
            using var form = new FormUrlEncodedContent(
            [
                new("grant_type", "client_credentials"), new("client_id", (string?)_said["clientId"]), new("client_secret", Secret), new("scope", "https://graph.microsoft.com/.default"),
            ]);
            using var answer = await Client.PostAsync((string?)_said["tokens"], form);
            var token = (string?)JsonNode.Parse(await answer.Content.ReadAsStringAsync())?["access_token"];
            Client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        public async Task<int> StopAsync(string signal)
        {
            using (var kill = Process.Start("/bin/sh", ["-c", $"kill -{signal} {_process.Id}"]))
            {
                await kill.WaitForExitAsync();
            }

            await _process.WaitForExitAsync();
            return _process.ExitCode;
        }

        public Task<string> ErrorAsync() => _error;

        public void Dispose()
        {
            Client.Dispose();
            if (!_process.HasExited)
            {
                _process.Kill();
            }

            _process.Dispose();
        }
    }
}
