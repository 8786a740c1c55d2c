using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Rules;

namespace Reconciler.Emulator.State;

/// <summary>Reads a tenant from state. What does not fit is refused with its place, as a JSON pointer.</summary>
internal sealed class StateReader
{
    private static readonly string[] Sections =
    [
        "format", "version", "organization", "subscribedSkus", "users", "groups", "servicePrincipals", "environments", "sites", "invitations", "settings",
        "connectedOrganizations", "catalogs", "roleAssignments", "resourceRequests", "assignments", "assignmentRequests", "schedule",
    ];

    private readonly JsonObject _state;
    private readonly EntityReader _entities;

    private StateReader(JsonObject state, EmulatorOptions options)
    {
        _state = state;
        _entities = new(Timestamp.Write(options.Time.GetUtcNow()));
    }

    public static TenantStore Read(JsonObject state, EmulatorOptions options) => new StateReader(StateFormat.Reread(state), options).Read();

    private TenantStore Read()
    {
        CheckHeading();
        var settings = Section<JsonObject>("settings") ?? TenantDefaults.Settings();
        settings["id"] = TenantDefaults.SettingsId;
        var store = new TenantStore(Organization(), _entities.Read(settings, Names.Settings, "/settings"));
        store.SubscribedSkus = Section<JsonArray>("subscribedSkus")?.DeepClone() as JsonArray;
        store.Users.AddRange(All("users", Names.User));
        store.Groups.AddRange(All("groups", Names.Group));
        store.ServicePrincipals.AddRange(All("servicePrincipals", Names.ServicePrincipal));
        store.Environments.AddRange(All("environments", Names.Environment));
        store.Sites.AddRange(All("sites", Names.Site));
        store.Invitations = Section<JsonObject>("invitations");
        store.ConnectedOrganizations.AddRange(All("connectedOrganizations", Names.ConnectedOrganization));
        foreach (var (source, index) in Elements("catalogs"))
        {
            store.Catalogs.Add(Catalog(store, source, $"/catalogs/{index}"));
        }

        store.RoleAssignments.AddRange(All("roleAssignments", Names.RoleAssignment));
        store.ResourceRequests.AddRange(All("resourceRequests", Names.ResourceRequest));
        store.Assignments.AddRange(All("assignments", Names.Assignment));
        store.AssignmentRequests.AddRange(All("assignmentRequests", Names.AssignmentRequest));
        store.Schedule.Read(Section<JsonArray>("schedule") ?? [], "/schedule");
        Happenings.Check(store.Schedule);
        ReferenceCheck.Check(store);
        return store;
    }

    private void CheckHeading()
    {
        var format = _state["format"];
        if (format?.GetValueKind() is not JsonValueKind.String || format.GetValue<string>() != StateFormat.Name)
        {
            throw new TenantStateException($"/format: expected \"{StateFormat.Name}\"; this is not the state of an emulated tenant.");
        }

        if (_state["version"] is not JsonValue version || !version.TryGetValue<int>(out var number) || number != StateFormat.Version)
        {
            throw new TenantStateException($"/version: expected {StateFormat.Version}, not {_state["version"]?.ToJsonString() ?? "nothing"}.");
        }

        if (_state.Select(section => section.Key).FirstOrDefault(name => !Sections.Contains(name)) is { } unknown)
        {
            throw new TenantStateException($"/{unknown}: unknown; a state holds {string.Join(", ", Sections)}.");
        }
    }

    private Organization Organization()
    {
        var source = Section<JsonObject>("organization") ?? throw new TenantStateException("/organization: it is required.");
        return new(
            EntityReader.Guid(source, "/organization"),
            EntityReader.Text(source, "displayName", "/organization") ?? throw new TenantStateException("/organization/displayName: it is required."),
            EntityReader.Text(source, "domain", "/organization") ?? throw new TenantStateException("/organization/domain: it is required."));
    }

    private Entity Catalog(TenantStore store, JsonObject source, string pointer)
    {
        var catalog = _entities.Read(source, Names.Catalog, pointer);
        foreach (var resource in catalog.Children(Names.Resources))
        {
            Complete(store, resource, pointer);
        }

        RoleScopeReader.Resolve(catalog, source, pointer);
        return catalog;
    }

    private static void Complete(TenantStore store, Entity resource, string pointer)
    {
        var originId = resource.Text("originId") ?? throw new TenantStateException($"{pointer}/resources: '{resource.Id}' has no originId.");
        var originSystem = resource.Text("originSystem") ?? Names.AadGroup;
        resource.Members["originSystem"] ??= originSystem;
        var origin = Origins.Find(store, originSystem, originId);
        resource.Members["displayName"] ??= origin?.DisplayName;
        var minted = 0;
        OriginRoles.Materialise(resource, origin ?? Origins.Vanished(originSystem, originId), () => DerivedId.From(resource.Id, $"{minted++}"));
    }

    private IEnumerable<Entity> All(string section, string typeName) =>
        Elements(section).Select(element => _entities.Read(element.Source, typeName, $"/{section}/{element.Index}"));

    private IEnumerable<(JsonObject Source, int Index)> Elements(string section) =>
        (Section<JsonArray>(section) ?? []).Select((element, index) =>
            (element as JsonObject ?? throw new TenantStateException($"/{section}/{index}: expected an object."), index));

    private T? Section<T>(string name)
        where T : JsonNode =>
        _state[name] switch
        {
            null => null,
            T section => section,
            _ => throw new TenantStateException($"/{name}: expected {(typeof(T) == typeof(JsonArray) ? "a list" : "an object")}."),
        };
}
