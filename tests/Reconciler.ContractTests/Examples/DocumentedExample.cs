using System.Text.Json.Nodes;
using Reconciler.Tests.Metadata;

namespace Reconciler.ContractTests.Examples;

/// <summary>A request and its answer as Graph's reference prints them, read in place.</summary>
internal sealed record DocumentedExample(string Number, string Name, HttpMethod Method, string Url, string? Body, int Status, JsonNode? Answer)
{
    public static string? Folder => MetadataFile.Beside("graph", "examples");

    public static DocumentedExample Read(string number)
    {
        var path = Directory.EnumerateFiles(Folder ?? throw new DirectoryNotFoundException("The examples went away."), $"{number}-*.json").Single();
        var json = JsonNode.Parse(File.ReadAllText(path))?.AsObject() ?? throw new InvalidDataException($"{path} holds no example.");
        return new DocumentedExample(
            number,
            Path.GetFileNameWithoutExtension(path),
            HttpMethod.Parse(json["method"]?.GetValue<string>()),
            json["url"]?.GetValue<string>() ?? "",
            json["requestBody"]?.ToJsonString(),
            json["status"]?.GetValue<int>() ?? 0,
            json["responseBody"]?.DeepClone());
    }
}
