using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;
using Reconciler.Emulator.Types;

namespace Reconciler.Emulator.Routes;

/// <summary>One request on its way: where it came in, what it asks for, and how the tenant behaves towards it.</summary>
internal sealed class Call
{
    private readonly EmulatedTenant _tenant;
    private readonly GraphRequest _request;
    private readonly IReadOnlyDictionary<string, string> _values;

    public Call(EmulatedTenant tenant, GraphRequest request, IReadOnlyDictionary<string, string> values)
    {
        _tenant = tenant;
        _request = request;
        _values = values;
        Behaviour = tenant.Behaviour;
        Query = ODataQuery.Parse(request.Query);
        Sight = new(tenant, Behaviour);
    }

    public TenantStore Store => _tenant.Store;

    /// <summary>Which entities whoever asks may see in a list; null is all.</summary>
    public Func<Entity, bool>? MaySee { get; init; }

    public EmulatedTenant Tenant => _tenant;

    public Navigator Navigator => _tenant.Navigator;

    public Behaviour Behaviour { get; }

    public Sight Sight { get; }

    public JsonNode? Body => _request.Body;

    public ODataQuery Query { get; }

    public bool IsRead => _request.Method == HttpMethod.Get;

    public string Root => _request.Root;

    public string Path => _request.Path;

    public string Value(string name) => _values[name];

    /// <summary>Ids are minted lower-case, as Graph does (contract 1.1).</summary>
    public string NewId() => _tenant.Options.NewId().ToString();

    public DateTimeOffset Moment => _tenant.Options.Time.GetUtcNow();

    public string Now() => Timestamp.Write(Moment);

    /// <summary>The checked body; refused when it is no value of the type.</summary>
    public JsonObject Read(string typeName) => Read(typeName, Body);

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

    public IEnumerable<Entity> Follow(Entity from, string navigation) => Navigator.Follow(from, navigation);

    /// <summary>What is deleted may be seen for a while.</summary>
    public void Deleted(Entity entity) => _tenant.Departures.Add(entity, Moment, Sight.LongestLag(Behaviour));

    public JsonObject Project(Entity entity, string declaredType, Shape shape) =>
        new Projection(Navigator, new SubjectNames(Store), Root, Behaviour.NestedPageSize, Sight).Of(entity, declaredType, shape);

    public JsonObject WithContext(JsonObject answer, string suffix)
    {
        answer.Insert(0, "@odata.context", $"{Root}/$metadata#{Path.TrimStart('/')}{suffix}");
        return answer;
    }

    public Answer Ok(Entity entity, IReadOnlyList<string>? defaultSelect = null, string? declaredType = null)
    {
        var shape = Query.Shape.Select.Count > 0 ? Query.Shape : Query.Shape with { Select = defaultSelect ?? [] };
        return new(HttpStatusCode.OK, WithContext(Project(entity, declaredType ?? entity.Type, shape), "/$entity"));
    }

    public Answer Page(Listing listing) => Listings.Page(this, listing);
}
