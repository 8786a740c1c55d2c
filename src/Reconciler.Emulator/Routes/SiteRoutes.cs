using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Routes;

/// <summary>SharePoint sites by address and by id (contract 15).</summary>
internal static class SiteRoutes
{
    public static readonly Route[] All =
    [
        Route.Get("/sites/{hostname}:/{path*}", call => call.Ok(At(call, call.Value("hostname"), call.Value("path").TrimEnd(':')))),
        Route.Get("/sites/{id}", call => call.Ok(Named(call, call.Value("id").TrimEnd(':')))),
    ];

    private static Entity Named(Call call, string id) =>
        call.Store.Sites.Find(site => site.HasId(id))
        ?? (string.Equals(id, "root", StringComparison.OrdinalIgnoreCase) ? call.Store.Sites.Find(IsRoot) ?? throw Missing() : At(call, id, ""));

    private static Entity At(Call call, string hostname, string path) =>
        call.Store.Sites.Find(site => SiteAddress.Same(site.Text("webUrl"), $"https://{hostname}/{path}")) ?? throw Missing();

    private static bool IsRoot(Entity site) => Uri.TryCreate(site.Text("webUrl"), UriKind.Absolute, out var address) && address.AbsolutePath == "/";

    private static GraphErrorException Missing() => GraphErrorException.NotFound("itemNotFound", "Requested site could not be found");
}
