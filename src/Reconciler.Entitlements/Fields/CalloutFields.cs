using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.Callout>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="Callout"/>.</summary>
internal static class CalloutFields
{
    private static readonly Shape.Choice Stages = new(
    [
        new Keyword("requestCreated", CalloutStage.RequestCreated, "When a request is made."),
        new Keyword("requestApproved", CalloutStage.RequestApproved, "When a request is approved."),
        new Keyword("assignmentGranted", CalloutStage.AssignmentGranted, "When the assignment is granted."),
        new Keyword("assignmentRemoved", CalloutStage.AssignmentRemoved, "When the assignment is removed."),
        new Keyword("fourteenDaysBeforeExpiration", CalloutStage.FourteenDaysBeforeExpiration, "Fourteen days before the assignment expires; for extensions that run `onAssignment`."),
        new Keyword("oneDayBeforeExpiration", CalloutStage.OneDayBeforeExpiration, "One day before the assignment expires; for extensions that run `onAssignment`."),
    ]);

    public static readonly Shape.Group Shape = new(
        "callout",
        [
            Value("at", nameof(Callout.At), c => c.At, (c, v) => c with { At = v },
                new Row(Stages, "The stage at which it runs.") { Says = "when it runs", Portal = "Stage", Graph = ["customExtensionStageSetting.stage"], IsRequired = true }),
            Value("run", nameof(Callout.Run), c => c.Run, (c, v) => c with { Run = v },
                new Row(new Shape.Called(ReferenceKind.Extension), "The custom extension of the catalog that runs.")
                { Says = "what runs", Portal = "Custom extension", Graph = ["customExtensionStageSetting.customExtension"], IsRequired = true }),
        ],
        () => new Callout(CalloutStage.RequestCreated, new Reference(ReferenceKind.Extension, "")));
}
