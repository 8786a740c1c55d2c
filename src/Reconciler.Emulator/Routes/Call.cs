using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Routes;

/// <summary>One request on its way: where it came in, what it asks for, and the ways to answer it.</summary>
internal sealed class Call(EmulatedTenant tenant, string root, string path, IReadOnlyDictionary<string, string> values, ODataQuery query, JsonNode? body)
{
    private const int LargestPage = ODataQuery.LargestTop;
    private const int UsualPage = 100;

    public TenantStore Store => tenant.Store;

    /// <summary>Which entities a list may show; null shows all.</summary>
    public Func<Entity, bool>? Sight { get; init; }

    public Behaviour Behaviour => tenant.Behaviour;

    public JsonNode? Body => body;

    public ODataQuery Query => query;

    public string Value(string name) => values[name];

    /// <summary>Ids are minted lower-case, as Graph does (contract 1.1).</summary>
    public string NewId() => tenant.Options.NewId().ToString();

    public DateTimeOffset Moment => tenant.Options.Time.GetUtcNow();

    public string Now() => Timestamp.Write(Moment);

    /// <summary>The checked body; refused when it is no value of the type.</summary>
    public JsonObject Read(string typeName) => Read(typeName, body);

    /// <summary>Like <see cref="Read(string)"/>, for a body that had to be prepared.</summary>
    public JsonObject Read(string typeName, JsonNode? prepared)
    {
        try
        {
            return new BodyReader(Behaviour.StoresFutureMembers).Read(prepared, typeName);
        }
        catch (TypeMismatchException mismatch) when (mismatch.Code == TypeMismatchException.InvalidModel)
        {
            throw GraphErrorException.InvalidModel($"{(mismatch.Pointer.Length == 0 ? "/" : mismatch.Pointer)}: {mismatch.Message}");
        }
        catch (TypeMismatchException mismatch)
        {
            throw GraphErrorException.BadRequest(mismatch.Code, $"{mismatch.Message} ({mismatch.Pointer})");
        }
    }

    public Answer Ok(Entity entity, IReadOnlyList<string>? defaultSelect = null, string? declaredType = null)
    {
        var shape = query.Shape.Select.Count > 0 ? query.Shape : query.Shape with { Select = defaultSelect ?? [] };
        return new(HttpStatusCode.OK, WithContext(Project(entity, declaredType ?? entity.Type, shape), "/$entity"));
    }

    /// <summary>The answer to a POST or PUT, which never echoes navigation members (contract 23).</summary>
    public Answer Written(Entity entity, HttpStatusCode status, string? declaredType = null) =>
        new(status, WithContext(Project(entity, declaredType ?? entity.Type, Shape.Plain), "/$entity"));

    public IEnumerable<Entity> Follow(Entity from, string navigation) => tenant.Navigator.Follow(from, navigation);

    /// <summary>Answers as a service would that expands these on single entities only.</summary>
    public void RefuseExpanded(params IReadOnlyList<string> navigations)
    {
        if (query.Shape.Expand.FirstOrDefault(item => navigations.Contains(item.Navigation, StringComparer.OrdinalIgnoreCase)) is { } refused)
        {
            throw GraphErrorException.InvalidQuery($"'{refused.Navigation}' cannot be expanded on this collection.");
        }
    }

    public Answer Page(Listing listing)
    {
        var filter = query.Filter is { } text ? FilterParser.Parse(text, listing.TypeName, listing.Filterable) : null;
        var matches = listing.Entities.Where(entity => Sight?.Invoke(entity) != false && filter?.Matches(entity, tenant.Navigator) != false).ToList();
        var size = Math.Min(query.Top ?? Behaviour.PageSize, Behaviour.PageSize < UsualPage ? Behaviour.PageSize : LargestPage);
        var shape = query.Shape.Select.Count > 0 ? query.Shape : query.Shape with { Select = listing.DefaultSelect };
        var result = new JsonObject();
        if (query.WantsCount)
        {
            result["@odata.count"] = matches.Count;
        }

        if (matches.Count > query.Skip + size)
        {
            result["@odata.nextLink"] = NextLink(query.Skip + size);
        }

        result["value"] = new JsonArray([.. matches.Skip(query.Skip).Take(size).Select(entity => Project(entity, listing.TypeName, shape))]);
        return new(HttpStatusCode.OK, WithContext(result, ""));
    }

    public JsonObject Project(Entity entity, string declaredType, Shape shape) =>
        new Projection(tenant.Navigator, new SubjectNames(Store), root, Behaviour.NestedPageSize).Of(entity, declaredType, shape);

    public JsonObject WithContext(JsonObject answer, string suffix)
    {
        answer.Insert(0, "@odata.context", $"{root}/$metadata#{path.TrimStart('/')}{suffix}");
        return answer;
    }

    private string NextLink(int skip)
    {
        var options = query.WithoutSkipToken;
        return $"{root}{path}?{options}{(options.Length == 0 ? "" : "&")}$skiptoken={SkipToken.Write(skip)}";
    }
}
