using System.Diagnostics;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Benchmarks.Yardsticks;

namespace Reconciler.Benchmarks.Serving;

/// <summary>A tenant that `reconciler emulate` serves over HTTP, in memory and in a process of its own, and a workspace that reaches it as one reaches Graph.</summary>
internal sealed class ServedTenant : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _control;
    private readonly Dictionary<string, string> _variables;

    private ServedTenant(Process process, JsonObject said, string folder)
    {
        (_process, Folder) = (process, folder);
        var address = Text(said, "address");
        _control = new HttpClient { BaseAddress = new Uri($"{address}emulator/") };
        _variables = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["AZURE_AUTHORITY_HOST"] = address,
            ["AZURE_TENANT_ID"] = Text(said, "tenantId"),
            ["AZURE_CLIENT_ID"] = Text(said, "clientId"),
            ["AZURE_CLIENT_SECRET"] = Text(said, "secret"),
        };
        File.WriteAllText(
            Path.Combine(folder, "reconciler.yaml"),
            $"version: 1\ntenants:\n  prod: {{ adapter: graph, tenantId: {Text(said, "tenantId")}, endpoint: \"{Text(said, "graph")}\", authority: \"{address}\" }}\n");
    }

    /// <summary>Where the workspace is.</summary>
    public string Folder { get; }

    /// <summary>Serves it; the workspace is a new one.</summary>
    /// <param name="name">What the folder of the workspace is called.</param>
    public static ServedTenant Start(string name, JsonObject state)
    {
        var folder = Path.Combine(Checkout.Artifacts, "served", name);
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }

        Directory.CreateDirectory(folder);

        // Read from a file, where its id is known from the start; a served tenant's log stays in memory anyway.
        var kept = Path.Combine(folder, "..", $"{name}.json");
        File.WriteAllText(kept, state.ToJsonString());

        // What a run before this one did with another tenant of that name.
        File.Delete($"{kept}.log");
        var process = Tool.Start(new Dictionary<string, string>(StringComparer.Ordinal), "emulate", "--listen", "127.0.0.1:0", "--state", kept, "--format", "json");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        var said = new StringBuilder();
        while (process.StandardOutput.ReadLine() is { } line)
        {
            said.AppendLine(line);
            if (line == "}")
            {
                return new ServedTenant(process, JsonNode.Parse(said.ToString()) as JsonObject ?? [], folder);
            }
        }

        throw new InvalidOperationException($"The server did not start: {said}");
    }

    /// <summary>Runs the tool in the workspace; it must succeed.</summary>
    public ToolRun Run(string command, params string[] arguments) => Tool.Run(_variables, [command, Folder, .. arguments]);

    /// <summary>The same, and what it asked of the tenant.</summary>
    public (ToolRun Run, WireLog Log) Watch(string command, params string[] arguments)
    {
        Send(HttpMethod.Delete, "requests", null);
        var run = Run(command, arguments);
        var log = WireLog.Of(JsonNode.Parse(Send(HttpMethod.Get, "requests", null))?["value"] as JsonArray ?? []);
        return (run, log);
    }

    /// <summary>From now on it behaves so.</summary>
    public void Behave(JsonObject behaviour) => Send(HttpMethod.Patch, "behaviour", behaviour);

    /// <summary>It becomes another one, which nothing was ever done to from the workspace.</summary>
    public void Become(JsonObject state)
    {
        Send(HttpMethod.Put, "state", state);
        var memory = Path.Combine(Folder, ".reconciler");
        if (Directory.Exists(memory))
        {
            Directory.Delete(memory, recursive: true);
        }
    }

    public void Dispose()
    {
        _process.Kill();
        _process.WaitForExit();
        _process.Dispose();
        _control.Dispose();
    }

    private static string Text(JsonObject said, string member) => said[member]?.GetValue<string>() ?? throw new JsonException($"The server said no {member}.");

    private string Send(HttpMethod method, string path, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, path) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        using var answer = _control.Send(request);
        var text = new StreamReader(answer.Content.ReadAsStream()).ReadToEnd();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{method} {path}: {(int)answer.StatusCode} {text}");
    }
}
