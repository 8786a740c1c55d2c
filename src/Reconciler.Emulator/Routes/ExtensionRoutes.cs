using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;
using static Reconciler.Emulator.Routes.Finding;

namespace Reconciler.Emulator.Routes;

/// <summary>Custom workflow extensions of a catalog (contract 13).</summary>
internal static class ExtensionRoutes
{
    private const string Collection = EntitlementManagement + "/catalogs/{id}/" + Names.Extensions;
    private const string One = Collection + "/{extensionId}";

    public static readonly Route[] All =
    [
        Route.Get(Collection, call => call.Page(new Listing(Names.CalloutExtension, call.Catalog(call.Value("id")).Children(Names.Extensions), "id", "displayName"))),
        Route.Get(One, Get),
        Route.Post(Collection, Create),
        Route.Patch(One, Update),
        Route.Delete(One, Delete),
    ];

    private static Entity Find(Call call) =>
        call.Catalog(call.Value("id")).Children(Names.Extensions).FirstOrDefault(extension => extension.HasId(call.Value("extensionId")))
        ?? throw GraphErrorException.NotFound("CustomWorkflowExtensionNotFound", "The custom workflow extension was not found.");

    private static Answer Get(Call call) => call.Ok(Find(call), declaredType: Names.CalloutExtension);

    private static Answer Create(Call call)
    {
        var catalog = call.Catalog(call.Value("id"));
        var body = call.Read(Names.CalloutExtension);
        var typeName = TypeTable.FromWire(Text(body, "@odata.type") ?? "") ?? Names.CalloutExtension;
        Writing.RequireName(body);
        ExtensionRules.Check(body, typeName);
        if (Refusing.Duplicate(call, call.Behaviour.OpenQuestions.Duplicates.Names, Namesake(catalog, body), Names.CalloutExtension) is { } settled)
        {
            return settled;
        }

        var members = Writing.Created(call, body, typeName);
        ExtensionRules.AddTrigger(members);
        var extension = catalog.Add(Names.Extensions, new(typeName, members));
        var answer = call.Created(extension, Names.CalloutExtension);
        return call.Behaviour.Shapes.WrapsExtensions ? answer with { Body = new JsonObject { ["value"] = answer.Body } } : answer;
    }

    private static Entity? Namesake(Entity catalog, JsonObject body, Entity? but = null) =>
        catalog.Children(Names.Extensions).FirstOrDefault(other =>
            other != but && other.Text("displayName") is { } name && Text(body, "displayName") is { } wanted && Likeness.AreSame(name, wanted));

    private static Answer Update(Call call)
    {
        var extension = Find(call);
        var body = call.Read(extension.Type);
        Writing.RefuseEmptyName(body);
        ExtensionRules.Check(body, extension.Type);
        if (extension.Parent is { } catalog && Namesake(catalog, body, extension) is not null)
        {
            Refusing.RefuseDuplicate(call.Behaviour.OpenQuestions.Duplicates.Names);
        }

        Writing.Patch(call, extension, body);
        ExtensionRules.AddTrigger(extension.Edit());
        return call.Patched(extension, call.Behaviour.Shapes.OtherPatches, Names.CalloutExtension);
    }

    private static Answer Delete(Call call)
    {
        var extension = Find(call);
        var isNamed = call.Store.Policies.SelectMany(policy => policy.Children(Names.StageSettings))
            .SelectMany(setting => setting.Children(Names.CustomExtension))
            .Any(reference => reference.HasId(extension.Id));
        if (isNamed)
        {
            throw Refusing.Deletion(
                call,
                "CustomWorkflowExtensionIsInUse",
                $"The extension '{extension.Text("displayName")}' cannot be deleted because a policy calls it.");
        }

        extension.Parent?.Remove(Names.Extensions, extension);
        return Answer.NoContent;
    }
}
