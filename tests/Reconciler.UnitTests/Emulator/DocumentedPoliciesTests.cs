using System.Net;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reconciler.Tests.Metadata;

namespace Reconciler.UnitTests.Emulator;

/// <summary>Bodies that Graph's reference prints, read in place: what is documented must not be refused.</summary>
public sealed class DocumentedPoliciesTests
{
    [FactAgainstMetadata]
    public async Task Policies_of_the_reference_are_accepted()
    {
        foreach (var number in (string[])["009", "042", "043", "073", "074"])
        {
            using var graph = new GraphClient();
            var catalog = await graph.Catalog();
            var extension = await graph.Extension(catalog);
            var body = Example(number);
            body["accessPackage"] = new JsonObject { ["id"] = await graph.Package(catalog) };
            var text = Regex.Replace(body.ToJsonString(), "\"userId\":\"[^\"]*\"", $"\"userId\":\"{Given.Megan}\"");
            text = Regex.Replace(text, "\"groupId\":\"[^\"]*\"", $"\"groupId\":\"{Given.Admins}\"");
            text = Regex.Replace(text, "(WorkflowExtension\",\"id\"):\"[^\"]*\"", $"$1:\"{extension}\"");

            var answer = await graph.Post("~/assignmentPolicies", text);

            Assert.True(answer.Status is HttpStatusCode.Created, $"{number}: {answer.Message}");
        }
    }

    private static JsonObject Example(string number)
    {
        var folder = Path.Combine(Path.GetDirectoryName(MetadataFile.Locate()) ?? "", "examples");
        var file = Directory.EnumerateFiles(folder, $"{number}-*.json").Single();
        return JsonNode.Parse(File.ReadAllText(file))?["requestBody"]?.DeepClone() as JsonObject ?? throw new InvalidOperationException($"{file} has no body.");
    }
}
