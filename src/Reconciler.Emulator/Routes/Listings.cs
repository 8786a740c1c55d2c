using System.Net;
using System.Text.Json.Nodes;
using Reconciler.Emulator.Querying;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>Answers collections: filtered, a page at a time, as the behaviour lets them be seen (contract 1.3, 1.4).</summary>
internal static class Listings
{
    private const int LargestPage = ODataQuery.LargestTop;
    private const int UsualPage = 100;

    public static Answer Page(Call call, Listing listing)
    {
        var (query, behaviour) = (call.Query, call.Behaviour);
        var matches = Matches(call, listing);
        var top = behaviour.HonoursTop ? query.Top : null;
        var size = Math.Min(top ?? behaviour.PageSize, behaviour.PageSize < UsualPage ? behaviour.PageSize : LargestPage);
        var result = new JsonObject();
        if (query.WantsCount)
        {
            result["@odata.count"] = matches.Count;
        }

        if (matches.Count > query.Skip + size)
        {
            result["@odata.nextLink"] = NextLink(call, query.Skip + size);
        }

        var shape = ShapeOf(query.Shape, listing);
        result["value"] = new JsonArray([.. matches.Skip(query.Skip).Take(size).Select(entity => call.Project(entity, listing.TypeName, shape))]);
        return new(HttpStatusCode.OK, call.WithContext(result, ""));
    }

    /// <summary>Answers as a service would that expands these on single entities only.</summary>
    public static void RefuseExpanded(this Call call, params IReadOnlyList<string> navigations)
    {
        if (call.Query.Shape.Expand.FirstOrDefault(item => IsAmong(item, navigations)) is { } refused)
        {
            throw GraphErrorException.InvalidQuery($"'{refused.Navigation}' cannot be expanded on this collection.");
        }
    }

    /// <summary>The same for expansions at any depth.</summary>
    public static void RefuseExpandedWithin(this Call call, string navigation)
    {
        if (Within(call.Query.Shape.Expand).Any(item => IsAmong(item, [navigation])))
        {
            throw GraphErrorException.InvalidQuery($"'{navigation}' cannot be expanded on this collection.");
        }
    }

    private static List<Entity> Matches(Call call, Listing listing)
    {
        var filter = call.Query.Filter is { } text ? FilterParser.Parse(text, listing.TypeName, listing.Filterable) : null;
        var candidates = filter?.Narrowed(listing.Narrow) ?? listing.Entities;
        var seen = call.Sight.Listed(candidates, listing.TypeName, listing.Departed);
        return [.. seen.Where(entity => call.MaySee?.Invoke(entity) != false && filter?.Matches(entity, call.Navigator) != false)];
    }

    private static Shape ShapeOf(Shape asked, Listing listing) => asked with
    {
        Select = asked.Select.Count > 0 ? asked.Select : listing.DefaultSelect,
        Expand = listing.LeftOut.Count > 0 ? [.. asked.Expand.Where(item => !IsAmong(item, listing.LeftOut))] : asked.Expand,
    };

    private static bool IsAmong(Expansion item, IReadOnlyList<string> navigations) => navigations.Contains(item.Navigation, StringComparer.OrdinalIgnoreCase);

    private static IEnumerable<Expansion> Within(IEnumerable<Expansion> items) => items.SelectMany(item => Within(item.Shape.Expand).Prepend(item));

    private static string NextLink(Call call, int skip)
    {
        var options = call.Query.WithoutSkipToken;
        return $"{call.Root}{call.Path}?{options}{(options.Length == 0 ? "" : "&")}$skiptoken={SkipToken.Write(skip)}";
    }
}
