using System.Net;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Reconciler.Emulator;

namespace Reconciler.ScenarioTests;

/// <summary>The reference of what <c>emulate --faults</c> takes: its table of knobs is made from the code, its example is run.</summary>
public sealed partial class FaultsReferenceTests
{
    private const string File = "faults.md";
    private const string Table = "## Behaviour\n";

    private static readonly XDocument Comments = XDocument.Load(Path.ChangeExtension(typeof(Behaviour).Assembly.Location, ".xml"));
    private static readonly JsonObject Ordinary = BehaviourJson.Write(new Behaviour());

    /// <summary>What stands before the table is written by hand.</summary>
    [Fact]
    public void The_table_has_every_knob_as_the_code_has_it()
    {
        var written = Checkout.Read($"schemas/{File}");
        var head = written.Split(Table)[0];
        var table = new StringBuilder(Table).Append("""

            What a dot joins is nested in JSON: `delays.originVisibility` is `{ "delays": { "originVisibility": "PT2M" } }`. A running emulator shows all of them at `/emulator/behaviour`, and takes them there from the next request on.

            | key | what it is | value | left out |
            |---|---|---|---|

            """);
        table.AppendJoin("", Rows(Ordinary, "", typeof(Behaviour)));

        Golden.CheckIn(Path.Combine(Checkout.Root, "schemas"), File, $"{head}{table.ToString().ReplaceLineEndings("\n")}");
    }

    [Fact]
    public async Task The_example_does_what_is_said_of_it()
    {
        using var folder = new TryFolder();
        folder.Put("faults.json", Example());
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var run = await new TestCli(folder.Path) { Stop = stop.Token }.RunAsync("emulate", "--listen", "127.0.0.1:0", "--faults", "faults.json");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));

        var file = FaultsFile.Read(JsonNode.Parse(Example()) as JsonObject ?? [], new Behaviour());
        var tenant = EmulatedTenant.FromSeed(
            JsonNode.Parse("""{ "organization": { "name": "Woodgrove", "domain": "woodgrove.example" } }""") as JsonObject ?? [],
            new() { Time = TimeProvider.System, NewId = Guid.NewGuid, Behaviour = file.Behaviour });
        tenant.Script = file.Script;
        using var client = new HttpClient(new EmulatorHandler(tenant)) { BaseAddress = new("https://graph.example/v1.0/identityGovernance/entitlementManagement/") };

        using var first = await CatalogAsync(client, "First");
        using var second = await CatalogAsync(client, "Second");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.ServiceUnavailable, "1"), (first.StatusCode, second.StatusCode, $"{second.Headers.RetryAfter}"));
        Assert.Contains("Second", await client.GetStringAsync("catalogs"), StringComparison.Ordinal);
        await Assert.ThrowsAsync<DroppedConnectionException>(() => client.GetAsync("connectedOrganizations/7"));
        List<HttpStatusCode> statuses = [];
        for (var request = 0; request < 10; request++)
        {
            using var answer = await client.GetAsync("settings");
            statuses.Add(answer.StatusCode);
        }

        Assert.Single(statuses, HttpStatusCode.TooManyRequests);
        Assert.Equal((7, 5, TimeSpan.FromSeconds(5)), (tenant.Behaviour.Faults.Seed, tenant.Behaviour.PageSize, tenant.Behaviour.Delays.DeleteVisibility));
    }

    [Fact]
    public void A_step_has_the_keys_it_lists_and_no_others()
    {
        var listed = Key().Matches(Checkout.Read($"schemas/{File}")).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        var known = new[] { """{ "when": { "?": 1 }, "then": {} }""", """{ "when": { "path": "*" }, "then": { "?": 1 } }""" }.SelectMany(step =>
        {
            var why = Assert.Throws<BehaviourException>(() => FaultScript.Read([JsonNode.Parse(step)])).Message;
            return why.Split("known here are ")[1].TrimEnd('.').Split(", ").Select(key => $"{why.Split('/')[2]}.{key}");
        });

        Assert.Equal(known.Order(StringComparer.Ordinal), listed);
    }

    private static string Example() => Json().Match(Checkout.Read($"schemas/{File}")).Groups[1].Value;

    private static Task<HttpResponseMessage> CatalogAsync(HttpClient client, string name) =>
        client.PostAsync("catalogs", new StringContent(new JsonObject { ["displayName"] = name }.ToJsonString(), Encoding.UTF8, "application/json"));

    private static IEnumerable<string> Rows(JsonObject group, string prefix, Type type) => group.SelectMany(member =>
    {
        var property = type.GetProperty($"{char.ToUpperInvariant(member.Key[0])}{member.Key[1..]}", BindingFlags.Public | BindingFlags.Instance);
        Assert.NotNull(property);
        var path = prefix + member.Key;
        return member.Value is JsonObject inner && !inner.ContainsKey("every")
            ? Rows(inner, path + ".", property.PropertyType)
            : [$"| `{path}` | {Comment($"P:{property.DeclaringType}.{property.Name}")} | {Values(path, property.PropertyType)} | `{member.Value?.ToJsonString() ?? "null"}` |\n"];
    });

    /// <summary>What a knob takes, in the words in which it refuses what it does not take.</summary>
    private static string Values(string path, Type type)
    {
        if (type.IsEnum)
        {
            return string.Join("<br>", Enum.GetNames(type).Select(name => $"`{JsonNamingPolicy.CamelCase.ConvertName(name)}`{(Comment($"F:{type}.{name}") is { Length: > 0 } what ? $": {what}" : "")}"));
        }

        var odd = path.Split('.').Reverse().Aggregate((JsonNode)new JsonArray(), (value, name) => new JsonObject { [name] = value });
        var refusal = Assert.Throws<BehaviourException>(() => BehaviourJson.Read((JsonObject)odd, new Behaviour())).Message;
        return Expected().Match(refusal).Groups[1].Value;
    }

    /// <summary>The summary of a member, as Markdown, without where in the contract it comes from.</summary>
    private static string Comment(string member)
    {
        var summary = Comments.Descendants("member").FirstOrDefault(one => (string?)one.Attribute("name") == member)?.Element("summary");
        var text = string.Concat(summary?.Nodes().Select(node => node switch
        {
            XElement { Name.LocalName: "c" } code => $"`{code.Value}`",
            XElement see => $"`{JsonNamingPolicy.CamelCase.ConvertName(((string?)see.Attribute("cref") ?? "").Split('.')[^1])}`",
            _ => $"{node}",
        }) ?? []);
        return Source().Replace(Space().Replace(text, " ").Trim(), "").Replace("|", "\\|", StringComparison.Ordinal);
    }

    [GeneratedRegex("(?s)```json\n(.*?)```")]
    private static partial Regex Json();

    [GeneratedRegex(@"(?m)^\| `((?:when|then)\.\w+)`")]
    private static partial Regex Key();

    [GeneratedRegex(@": expected (.*), not \[\]\.$")]
    private static partial Regex Expected();

    [GeneratedRegex(@" \((?:contract|question)[^)]*\)")]
    private static partial Regex Source();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
