using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Behaving;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Answers to what was written, which never echo navigation members and say as much as the behaviour lets them (contract 23).</summary>
internal static class Writings
{
    private static readonly string[] OfShortened = ["@odata.context", "@odata.type", "id", "createdDateTime"];

    /// <summary>The answer to a POST: 201.</summary>
    public static Answer Created(this Call call, Entity entity, string? declaredType = null)
    {
        var full = call.Body(entity, declaredType);
        return new(HttpStatusCode.Created, call.Behaviour.Shapes.PostBody is WrittenBody.Full ? full : Shortened(full));
    }

    /// <summary>The answer to a PUT: 200, or 204 without a body.</summary>
    public static Answer Replaced(this Call call, Entity entity) => call.Behaviour.Shapes.PutBody switch
    {
        WrittenBody.Absent => Answer.NoContent,
        WrittenBody.Shortened => new(HttpStatusCode.OK, Shortened(call.Body(entity, null))),
        _ => new(HttpStatusCode.OK, call.Body(entity, null)),
    };

    /// <summary>The answer to a PATCH, in the form asked for.</summary>
    public static Answer Patched(this Call call, Entity entity, PatchAnswer form, string? declaredType = null) => form switch
    {
        PatchAnswer.Ok => new(HttpStatusCode.OK, call.Body(entity, declaredType)),
        PatchAnswer.Accepted => new(HttpStatusCode.Accepted, call.Body(entity, declaredType)),
        _ => Answer.NoContent,
    };

    private static JsonObject Body(this Call call, Entity entity, string? declaredType) =>
        call.WithContext(call.Project(entity, declaredType ?? entity.Type, Shape.Plain), "/$entity");

    private static JsonObject Shortened(JsonObject full)
    {
        foreach (var name in full.Select(member => member.Key).Where(name => !OfShortened.Contains(name)).ToList())
        {
            full.Remove(name);
        }

        return full;
    }
}
