using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Reconciler.Emulator.Serving.Http;

/// <summary>What Kestrel calls, without a host, a container or a pipeline between them: a server starts in a moment, and many can run side by side.</summary>
internal sealed class ServedApplication(Func<HttpContext, Task> serve) : IHttpApplication<HttpContext>
{
    public HttpContext CreateContext(IFeatureCollection contextFeatures) => new DefaultHttpContext(contextFeatures);

    public Task ProcessRequestAsync(HttpContext context) => serve(context);

    public void DisposeContext(HttpContext context, Exception? exception)
    {
    }
}
