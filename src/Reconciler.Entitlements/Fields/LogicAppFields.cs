using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.LogicApp>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="LogicApp"/>.</summary>
internal static class LogicAppFields
{
    public static readonly Shape.Group Shape = new(
        "Logic App",
        [
            Value("subscription", nameof(LogicApp.Subscription), a => a.Subscription, (a, v) => a with { Subscription = v },
                Row("The Azure subscription's id.", "the subscription", "Subscription", "subscriptionId")),
            Value("resourceGroup", nameof(LogicApp.ResourceGroup), a => a.ResourceGroup, (a, v) => a with { ResourceGroup = v },
                Row("The resource group's name.", "the resource group", "Resource group", "resourceGroupName")),
            Value("workflow", nameof(LogicApp.Workflow), a => a.Workflow, (a, v) => a with { Workflow = v },
                Row("The Logic App's name.", "the workflow", "Logic app", "logicAppWorkflowName")),
        ],
        () => new LogicApp { Subscription = "", ResourceGroup = "", Workflow = "" });

    private static Row Row(string doc, string says, string portal, string member) =>
        new(Shapes.Name, doc) { Says = says, Portal = portal, Graph = [$"logicAppTriggerEndpointConfiguration.{member}"], IsRequired = true };
}
