using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Reconciler.ScenarioTests.Properties.Running;
using Xunit.Abstractions;

namespace Reconciler.ScenarioTests.Properties;

/// <summary>Templates and variables are ways to write; a plan does not know of them.</summary>
public sealed partial class AbbreviationTests(ITestOutputHelper output)
{
    [Fact]
    public async Task What_templates_and_variables_stand_for_gives_the_plan_that_it_gives_written_out()
    {
        var statistics = new Statistics();
        await PropertyCheck.HoldsAsync(output, statistics, trial =>
        {
            var (brief, full) = (trial.Now.Written(), trial.Now.Written(abbreviates: false));
            statistics.Count("abbreviated", $"{brief}" != $"{full}");
            var world = World.Of(trial);
            Assert.Equal(brief.Load().Declared.Declarations.AsEnumerable(), full.Load().Declared.Declarations);
            Assert.Equal(Told(World.Json(statistics.Note(world.Plan(brief.Load())))), Told(World.Json(world.Plan(full.Load()))));
        });
        statistics.Require(("abbreviated", 40), ("creates", 20), ("updates", 20));
    }

    /// <summary>All of a report but the places.</summary>
    private static string Told(string json) => $"{WithoutPlaces(JsonNode.Parse(json))}";

    private static JsonNode? WithoutPlaces(JsonNode? node) => node switch
    {
        JsonObject owner => new JsonObject(owner.Where(m => m.Key is not ("file" or "line" or "column" or "where")).Select(m => KeyValuePair.Create(m.Key, WithoutPlaces(m.Value)))),

        // Findings stand in the order of their places.
        JsonArray items when items.Any(item => item is JsonObject found && found.ContainsKey("code")) =>
            new JsonArray([.. items.Select(WithoutPlaces).OrderBy(item => item?.ToJsonString(), StringComparer.Ordinal)]),
        JsonArray items => new JsonArray([.. items.Select(WithoutPlaces)]),
        JsonValue value when value.TryGetValue<string>(out var text) => JsonValue.Create(Places().Replace(text, "")),
        _ => node?.DeepClone(),
    };

    [GeneratedRegex(@"policies/\d\.yaml(:\d+)*", RegexOptions.ExplicitCapture)]
    private static partial Regex Places();
}
