using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reconciler.Emulator;

namespace Reconciler.ContractTests.Examples;

/// <summary>The examples of Graph's reference, replayed on the emulator: status and shape agree, or the difference is known and has its reason.</summary>
public sealed class ExampleTests
{
    private static readonly (string Numbers, string Placeholder, string Value)[] Placeholders =
    [
        ("001 004 005", "{accessPackageId}", ExampleTenant.Package),
        ("007", "{accessPackageAssignmentPolicyId}", ExampleTenant.UnusedPolicy),
        ("008", "{accessPackageAssignmentPolicyId}", ExampleTenant.Policy),
        ("010 013", "{accessPackageAssignmentRequestId}", ExampleTenant.Request),
        ("011", "{accessPackageAssignmentRequestId}", ExampleTenant.DeniedRequest),
        ("014 016", "{accessPackageCatalogId}", ExampleTenant.EmptyCatalog),
        ("022 023 024", "{connectedOrganizationId}", ExampleTenant.Organization),
        ("022 023", "{id}", ExampleTenant.Sponsor),
        ("026 027", "{accessPackageAssignmentId}", ExampleTenant.Assignment),
        ("028 029 030", "connectedOrganizations/{id}", "connectedOrganizations/" + ExampleTenant.Organization),
        ("028 029", "users/{id}", "users/" + ExampleTenant.FreeUser),
        ("034", "84b80893874940a3-97b7-68513b600544", ExampleTenant.User),
        ("034", "5d6059b6368d-45f8-91e18e07d485f1d0", ExampleTenant.FreeUser),
        ("054", "{hostname}:/{relative-path}", "contoso.sharepoint.com:/teams/1drvteam"),
        ("062", "{id}", ExampleTenant.ResourceCatalog),
        ("064", "{id}", ExampleTenant.GrantedPackage),
        ("065", "{id}", ExampleTenant.Package),
        ("069", "{objectIdOfExternalDirectoryUser}", ExampleTenant.User),
    ];

    public static TheoryData<string> Numbers => DocumentedExample.Folder is { } folder
        ? [.. Directory.EnumerateFiles(folder, "*.json").Select(path => Path.GetFileName(path)[..3]).Order()]
        : ["none"];

    [TheoryAgainstExamples]
    [MemberData(nameof(Numbers))]
    public async Task An_example_is_answered_as_documented_or_the_difference_has_its_reason(string number)
    {
        var example = DocumentedExample.Read(number);
        var known = KnownDifferences.Of(number);

        var differences = await Differences(example);

        Assert.True(known.Differences.SequenceEqual(differences), $"{example.Name} differs so: {string.Join("; ", differences)}");
        Assert.True(differences.Count == 0 || known.Why.Length > 0, $"{example.Name} differs without a reason.");
    }

    [TheoryAgainstExamples]
    [InlineData(77)]
    public void There_are_as_many_as_were_counted(int count) => Assert.Equal(count, Numbers.Count);

    private static async Task<List<string>> Differences(DocumentedExample example)
    {
        var ids = 0;
        var tenant = EmulatedTenant.FromState(
            ExampleTenant.State(example.Number), new EmulatorOptions { Time = new ImpatientTime(), NewId = () => new Guid(++ids, 0, 0x4000, 0x80, 0, 0, 0, 0, 0, 0, 0) });
        using var client = new HttpClient(new EmulatorHandler(tenant));
        using var request = new HttpRequestMessage(example.Method, Fill(example.Number, example.Url));
        if (example.Body is { } body)
        {
            request.Content = new StringContent(WithKnownPeople(example.Number, Fill(example.Number, body)), Encoding.UTF8, "application/json");
        }

        using var response = await client.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        if ((int)response.StatusCode != example.Status)
        {
            return [$"{(int)response.StatusCode}, not {example.Status}"];
        }

        return [.. Shape.Differences(example.Answer, text.Length == 0 ? null : JsonNode.Parse(text))];
    }

    private static string Fill(string number, string text) =>
        Placeholders.Where(one => one.Numbers.Contains(number, StringComparison.Ordinal)).Aggregate(text, (filled, one) => filled.Replace(one.Placeholder, one.Value, StringComparison.Ordinal));

    // The people and packages that an example invents are those of the tenant.
    private static string WithKnownPeople(string number, string body)
    {
        body = Regex.Replace(body, "\"userId\":\"[^\"]*\"", $"\"userId\":\"{ExampleTenant.User}\"");
        body = Regex.Replace(body, "\"groupId\":\"[^\"]*\"", $"\"groupId\":\"{ExampleTenant.Group}\"");
        body = Regex.Replace(body, "(WorkflowExtension\",\"id\"):\"[^\"]*\"", "$1:\"bebe7873-1f0d-4db9-b6c3-01f7ebfe8476\"");
        return number switch
        {
            "009" => Regex.Replace(body, "\"accessPackage\":{\"id\":\"[^\"]*\"", "\"accessPackage\":{\"id\":\"a914b616-e04e-476b-aa37-91038f0b165b\""),
            "043" => Regex.Replace(body, "\"accessPackage\":{\"id\":\"[^\"]*\"", $"\"accessPackage\":{{\"id\":\"{ExampleTenant.Package}\""),
            _ => body,
        };
    }
}
