using Reconciler.Entitlements;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A custom extension: what is fixed stays as it was, and a new one says when it runs and what.</summary>
internal static class RepairExtension
{
    public static CustomExtension Fitting(CustomExtension extension, Declaration declaration, Neighbours all)
    {
        var former = all.Formerly(declaration)?.Entity as CustomExtension;
        var fitting = extension with
        {
            Runs = former?.Runs is { IsWritten: true } ran ? ran : extension.Runs.Or(ExtensionOccasion.OnRequest),
            LogicApp = former is null ? extension.LogicApp : former.LogicApp,
            Endpoint = former is null ? extension.Endpoint : former.Endpoint,
        };
        fitting = fitting.LogicApp.IsWritten
            ? fitting with { LogicApp = fitting.LogicApp.Value with { Subscription = ValidTexts.Guid(fitting.LogicApp.Value.Subscription) }, Endpoint = default }
            : fitting with { Endpoint = ValidTexts.Address(fitting.Endpoint.Or("")) };
        return fitting with
        {
            Waits = fitting.Runs.Value == ExtensionOccasion.OnAssignment && fitting.Waits.Or(new ExtensionWait.None()) is ExtensionWait.Within ? default : fitting.Waits,
        };
    }
}
