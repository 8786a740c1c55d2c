using System.Net;
using Reconciler.Emulator.Rules;
using Reconciler.Emulator.Serving.Access;

namespace Reconciler.Emulator.Routes;

/// <summary>Finds the route of a request and runs it; whatever is refused becomes Graph's error answer.</summary>
internal sealed class Router(EmulatedTenant tenant, Action? afterWrite)
{
    private static readonly Route[] Routes =
    [
        .. CatalogRoutes.All, .. ResourceRoutes.All, .. PackageRoutes.All, .. RoleScopeRoutes.All, .. PolicyRoutes.All,
        .. TenantRoutes.All, .. AssignmentRoutes.All, .. DirectoryRoutes.All, .. SiteRoutes.All, .. EnvironmentRoutes.All,
        .. IncompatibleRoutes.All, .. OrganizationRoutes.All, .. SponsorRoutes.All, .. RoleManagementRoutes.All, .. ExtensionRoutes.All,
        .. AssignmentRequestRoutes.All,
    ];

    public Answer Answer(GraphRequest request)
    {
        try
        {
            if (tenant.Fortune.Next(request, tenant.Behaviour.Faults, tenant.ScriptRun) is not { } fault)
            {
                return Route(request);
            }

            if (fault.AfterEffect)
            {
                Route(request);
            }

            throw fault.Exception();
        }
        catch (GraphErrorException refusal)
        {
            return Refused(refusal);
        }
    }

    private Answer Route(GraphRequest request)
    {
        try
        {
            Happenings.Run(tenant.Store, tenant.Options.Time.GetUtcNow());
            return request.Path == Batch.Path && !request.IsBeta ? new Batch(Answer).Run(request) : Run(request);
        }
        catch (GraphErrorException refusal)
        {
            return Refused(refusal);
        }
    }

    private Answer Refused(GraphErrorException refusal) =>
        new(refusal.Status, ErrorBody.Write(refusal, tenant.Options.Time.GetUtcNow(), tenant.Behaviour)) { RetryAfter = refusal.RetryAfter };

    private Answer Run(GraphRequest request)
    {
        string[] segments = [.. request.Path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(Uri.UnescapeDataString)];
        var candidates = Routes.Where(route => route.IsBeta == request.IsBeta).Select(route => (Route: route, Values: route.Match(segments))).Where(candidate => candidate.Values is not null).ToList();
        if (candidates.Count == 0)
        {
            throw GraphErrorException.NotImplemented($"{request.Method} {request.Path}");
        }

        var (chosen, values) = candidates.Find(candidate => candidate.Route.Method == request.Method);
        if (chosen is null || values is null)
        {
            throw new GraphErrorException(HttpStatusCode.MethodNotAllowed, "MethodNotAllowed", $"Graph documents no {request.Method} for {request.Path}.");
        }

        var maySee = AccessCheck.Demand(tenant.Store, request, segments);
        var answer = chosen.Handle(new(tenant, request, values) { MaySee = maySee });
        if (chosen.Writes && answer.IsSuccess)
        {
            afterWrite?.Invoke();
        }

        return answer;
    }
}
