using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.CustomExtension>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="CustomExtension"/>.</summary>
internal static class CustomExtensionFields
{
    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.CustomExtension,
        Keyword = "CustomExtension",
        Doc = "A Logic App, or another endpoint, that policies of the catalog call.",
        GraphTypes = ["customCalloutExtension", "accessPackageAssignmentRequestWorkflowExtension", "accessPackageAssignmentWorkflowExtension"],
        Header = HeaderFields.Named,
        Settings =
        [
            Setting("description", nameof(CustomExtension.Description), e => e.Description, (e, v) => e with { Description = v },
                new Row(Shapes.Description, "What it does.") { Says = "the description", Portal = "Description", Graph = ["customCalloutExtension.description"], Default = "" }),
            Setting("runs", nameof(CustomExtension.Runs), e => e.Runs, (e, v) => e with { Runs = v },
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("onRequest", ExtensionOccasion.OnRequest, "At the stages of a request."),
                        new Keyword("onAssignment", ExtensionOccasion.OnAssignment, "Before an assignment expires."),
                    ]),
                    "When it can run. Fixed once it is made.") { Says = "when it can run", Portal = "Extension type", Graph = ["customCalloutExtension.@odata.type"], IsFixed = true }),
            Setting("logicApp", nameof(CustomExtension.LogicApp), e => e.LogicApp, (e, v) => e with { LogicApp = v },
                new Row(LogicAppFields.Shape, "The Logic App that is called. Fixed once it is made.")
                { Says = "the Logic App", Portal = "Logic app", Graph = ["customCalloutExtension.endpointConfiguration"], IsFixed = true }),
            Setting("endpoint", nameof(CustomExtension.Endpoint), e => e.Endpoint, (e, v) => e with { Endpoint = v },
                new Row(new Shape.Text(2000, MayBeEmpty: false), "The HTTPS address that is called instead of a Logic App. Fixed once it is made.")
                { Says = "the address", Graph = ["customCalloutExtension.endpointConfiguration", "httpRequestEndpoint.targetUrl"], IsFixed = true }),
            Setting("signIn", nameof(CustomExtension.SignIn), e => e.SignIn, (e, v) => e with { SignIn = v },
                new Row(ExtensionSignInFields.Shape, "How the service proves who it is.")
                {
                    Says = "how the service signs in to it", Graph = ["customCalloutExtension.authenticationConfiguration"],
                    Default = new ExtensionSignIn.ProofOfPossession(),
                }),
            Setting("client", nameof(CustomExtension.Client), e => e.Client, (e, v) => e with { Client = v },
                new Row(ExtensionClientFields.Shape, "How hard the service tries to reach it.")
                { Says = "how hard the service tries", Graph = ["customCalloutExtension.clientConfiguration"], Default = new ExtensionClient() }),
            Setting("waits", nameof(CustomExtension.Waits), e => e.Waits, (e, v) => e with { Waits = v },
                new Row(ExtensionWaitFields.Shape, "Whether a request waits for its answer; only where it runs on request.")
                {
                    Says = "the wait for its answer", Portal = "Behavior",
                    Graph = ["accessPackageAssignmentRequestWorkflowExtension.callbackConfiguration", "accessPackageAssignmentWorkflowExtension.callbackConfiguration"],
                    Default = new ExtensionWait.None(), Touches = Touches.FutureRequestors,
                }),
        ],
        NeededToCreate = [["runs"], ["logicApp", "endpoint"]],
        Blank = key => new CustomExtension { Catalog = key.Path[0], Name = key.Name },
    };
}
