using System.Text.Json.Nodes;
using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Rules;

/// <summary>Which extensions a policy may call at which stage (contract 7.9).</summary>
internal static class StageRules
{
    public static void Check(JsonObject policy, Entity package, Entity? before)
    {
        foreach (var (setting, index) in (policy[Names.StageSettings] as JsonArray ?? []).OfType<JsonObject>().Select((setting, index) => (setting, index)))
        {
            var place = $"/{Names.StageSettings}/{index}";
            var stage = Finding.Text(setting, "stage") ?? throw GraphErrorException.InvalidModel($"{place}/stage: it is required.");
            var id = Finding.RequiredReference(setting, Names.CustomExtension, place);
            var typeName = TypeTable.FromWire(Finding.Text(setting[Names.CustomExtension] as JsonObject, "@odata.type") ?? "");
            var extension = package.Parent?.Children(Names.Extensions).FirstOrDefault(known => known.HasId(id));
            if (extension is null && !IsKnown(before, id))
            {
                throw GraphErrorException.InvalidModel($"{place}/{Names.CustomExtension}/id: the catalog of the package has no extension '{id}'.");
            }

            var wanted = stage.StartsWith("assignmentRequest", StringComparison.Ordinal) ? Names.RequestExtension : Names.AssignmentExtension;
            if (typeName != wanted || (extension is not null && extension.Type != wanted))
            {
                throw GraphErrorException.InvalidModel($"{place}/{Names.CustomExtension}: the stage '{stage}' calls a {wanted}.");
            }
        }
    }

    // As with subjects: an extension that has vanished may be sent back by who knows no better.
    private static bool IsKnown(Entity? before, string id) =>
        before?.Children(Names.StageSettings).SelectMany(setting => setting.Children(Names.CustomExtension)).Any(reference => reference.HasId(id)) == true;
}
