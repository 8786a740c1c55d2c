using Reconciler.Entitlements;
using Reconciler.Graph.Http;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Reading;

/// <summary>
/// Asks the directory what somebody may have meant whose name nothing bears: once, for the first few such names, a page each. A user is also looked for by
/// display name, which people write where a user principal name belongs.
/// </summary>
internal sealed class NearNames(GraphBatch batch)
{
    // One batch.
    private const int MostAsked = 20;
    private const int MostSuggested = 3;

    // A slip in the very first letters is rarer than a page that is too long to hold the name. `startswith` needs no eventual consistency, `$search` does.
    private const int Beginning = 2;

    public async Task<IReadOnlyDictionary<Reference, EquatableArray<string>>> FindAsync(IEnumerable<Reference> unknown, CancellationToken cancellationToken)
    {
        var asked = unknown.Where(reference => reference is { Id: null, Name.Length: >= Beginning } && Url(reference) is not null).Take(MostAsked).ToList();
        var near = new Dictionary<Reference, EquatableArray<string>>();
        if (asked.Count == 0)
        {
            return near;
        }

        try
        {
            var answers = await batch.SendAsync(asked.Select(reference => Url(reference) ?? ""), "looking for names that are near", cancellationToken);
            foreach (var (reference, answer) in asked.Zip(answers))
            {
                near[reference] = [.. Nearest(reference, answer.Page.Items("value"))];
            }
        }
        catch (TenantException trouble) when (!trouble.EndsTheRun)
        {
            // That the name is not there is told all the same.
        }

        return near;
    }

    private static string? Url(Reference reference) => reference.Kind switch
    {
        ReferenceKind.User => $"users?{OData.Filter($"{Begins("userPrincipalName", reference)} or {Begins("displayName", reference)}")}&$select=id,displayName,userPrincipalName&$top=999",
        ReferenceKind.Group => $"groups?{OData.Filter(Begins("displayName", reference))}&$select=id,displayName&$top=999",
        ReferenceKind.Application or ReferenceKind.ServicePrincipal => $"servicePrincipals?{OData.Filter(Begins("displayName", reference))}&$select=id,displayName&$top=999",
        _ => null,
    };

    private static string Begins(string property, Reference reference) => $"startswith({property},{OData.Literal((reference.Name ?? "")[..Beginning])})";

    private static IEnumerable<string> Nearest(Reference reference, IEnumerable<WireValue> found)
    {
        var written = reference.Name ?? "";
        var names = found.Select(one => (Bears: one.Text("displayName") ?? "", Name: NameOf(reference.Kind, one))).ToList();
        var byDisplayName = reference.Kind == ReferenceKind.User ? names.Where(one => NameComparer.Instance.Equals(one.Bears, written)).Select(one => one.Name) : [];
        return byDisplayName.Order(StringComparer.Ordinal).Concat(Entitlements.Nearest.All(written, names.Select(one => one.Name), MostSuggested)).Distinct(StringComparer.Ordinal).Take(MostSuggested);
    }

    private static string NameOf(ReferenceKind kind, WireValue found) =>
        (kind == ReferenceKind.User ? DirectoryObjectWire.User(found) : DirectoryObjectWire.Group(found)).Name ?? "";
}
