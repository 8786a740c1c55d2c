using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>A custom workflow extension as Graph writes it (contract 13).</summary>
internal static class CustomExtensionWire
{
    private const string OnRequest = "accessPackageAssignmentRequestWorkflowExtension";
    private const string OnAssignment = "accessPackageAssignmentWorkflowExtension";
    private const string Endpoint = "endpointConfiguration";
    private const string SignIn = "authenticationConfiguration";
    private const string Client = "clientConfiguration";
    private const string Callback = "callbackConfiguration";
    private const string Retries = "maximumRetries";
    private const string Timeout = "timeoutInMilliseconds";

    // What the service fills in itself is not sent back; all else is, since a typed member that is left out may be required (contract 13).
    private static readonly string[] OnlyForReading =
        ["@odata.context", "@odata.etag", "id", "createdDateTime", "createdBy", "lastModifiedDateTime", "lastModifiedBy"];

    public static JsonObject Typed(ExtensionOccasion runs) => WireJson.Typed(runs == ExtensionOccasion.OnRequest ? OnRequest : OnAssignment);

    public static ActualEntity ToEntity(WireValue extension, string catalog, string catalogId)
    {
        var (logicApp, address) = (EndpointWire.ToLogicApp(extension[Endpoint]), EndpointWire.ToAddress(extension[Endpoint]));
        var entity = new CustomExtension
        {
            Catalog = catalog,
            Name = extension.Text("displayName") ?? "",
            Description = extension.Text("description") ?? "",
            Runs = extension.TypeName().Means(OnAssignment) ? ExtensionOccasion.OnAssignment : ExtensionOccasion.OnRequest,
            LogicApp = logicApp is null ? default(Setting<LogicApp>) : logicApp,
            Endpoint = address is null ? default(Setting<string>) : address,
            SignIn = ExtensionSignInWire.ToSignIn(extension[SignIn]),
            Client = ClientOf(extension[Client]),
            Waits = ExtensionWaitWire.ToWait(extension[Callback]),
        };
        return new ActualEntity(entity, extension.Id(), catalogId)
        {
            Unmodelled = logicApp is null && address is null ? [$"an endpoint of type {extension[Endpoint].TypeName()}"] : [],
        };
    }

    public static Reference ToReference(WireValue extension) => new(ReferenceKind.Extension, extension.Text("displayName") ?? "", extension.Id());

    public static JsonObject From(CustomExtension extension)
    {
        var body = Typed(extension.Runs.Or(ExtensionOccasion.OnRequest));
        Overlay(body, extension, renames: true);
        return body;
    }

    /// <summary>The extension that is there as it is sent back, with the written settings in the place of its own.</summary>
    public static JsonObject Changes(JsonObject there, CustomExtension changes, bool renames)
    {
        var body = (JsonObject)there.DeepClone();
        foreach (var member in OnlyForReading)
        {
            body.Remove(member);
        }

        Overlay(body, changes, renames);
        return body;
    }

    private static void Overlay(JsonObject body, CustomExtension changes, bool renames)
    {
        if (renames)
        {
            body["displayName"] = changes.Name;
        }

        changes.Description.Write(description => body["description"] = description);
        changes.LogicApp.Write(logicApp => body[Endpoint] = EndpointWire.Overlay(body[Endpoint], logicApp));
        changes.Endpoint.Write(address => body[Endpoint] = EndpointWire.Overlay(body[Endpoint], address));
        changes.SignIn.Write(signIn => body[SignIn] = ExtensionSignInWire.Overlay(body[SignIn], signIn));
        changes.Client.Write(client => Overlay(body.Ensure(Client), client));
        changes.Waits.Write(wait => body[Callback] = ExtensionWaitWire.Overlay(body[Callback], wait));
    }

    private static void Overlay(JsonObject there, ExtensionClient wanted)
    {
        there[Retries] = wanted.Retries;
        there[Timeout] = wanted.TimeoutMilliseconds;
    }

    private static ExtensionClient ClientOf(WireValue client)
    {
        var usual = new ExtensionClient();
        return new ExtensionClient
        {
            Retries = client.Whole(Retries) ?? usual.Retries,
            TimeoutMilliseconds = client.Whole(Timeout) ?? usual.TimeoutMilliseconds,
        };
    }
}
