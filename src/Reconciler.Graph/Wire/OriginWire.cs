using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>Where a resource of a catalog comes from, as Graph writes it: a system and an id there (contract 4.1).</summary>
internal static class OriginWire
{
    private const string System = "originSystem";
    private const string OriginId = "originId";

    private static readonly (ReferenceKind Kind, string System)[] Systems =
    [
        (ReferenceKind.Group, "AadGroup"),
        (ReferenceKind.Application, "AadApplication"),
        (ReferenceKind.Site, "SharePointOnline"),
    ];

    /// <summary>The group, application or site; null for a resource of another sort.</summary>
    public static Reference? ToReference(WireValue origin)
    {
        var system = origin.Text(System);
        var known = Array.FindIndex(Systems, one => system.Means(one.System));
        return known < 0 || origin.Text(OriginId) is not { } id ? null
            : ById.Of(origin, Systems[known].Kind, Systems[known].Kind == ReferenceKind.Site ? Address(id) : id);
    }

    public static bool IsOf(WireValue origin, Reference resource) =>
        ToReference(origin) is { } there && there.Kind == resource.Kind && there.Id.Means(IdOf(resource));

    public static JsonObject From(Reference resource) => new() { [OriginId] = IdOf(resource), [System] = SystemOf(resource) };

    public static string SystemOf(Reference resource) => Systems.First(one => one.Kind == resource.Kind).System;

    public static string IdOf(Reference resource) =>
        resource.Id is { } id ? resource.Kind == ReferenceKind.Site ? Address(id) : id : throw new InvalidOperationException($"{resource} has no id yet.");

    /// <summary>What sort of thing it is, for people, where there is no word for it.</summary>
    public static string Words(WireValue origin) => origin.Text(System) ?? "no known system";

    /// <summary>A site's address as it is compared: with and without a slash at the end it is one site.</summary>
    public static string Address(string url) => url.TrimEnd('/');
}
