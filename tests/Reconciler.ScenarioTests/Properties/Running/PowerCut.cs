namespace Reconciler.ScenarioTests.Properties.Running;

/// <summary>Lets a number of writes through and then cuts the run off: before the next write is sent, or after it took effect and before its answer arrives.</summary>
internal sealed class PowerCut(HttpMessageHandler inner, int after, bool isLate) : DelegatingHandler(inner)
{
    private int _left = after;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var isWrite = request.Method != HttpMethod.Get && request.RequestUri?.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal) != true
            && request.RequestUri?.AbsolutePath.Contains("directoryObjects", StringComparison.Ordinal) != true;
        if (!isWrite || _left-- > 0)
        {
            return await base.SendAsync(request, cancellationToken);
        }

        if (isLate)
        {
            (await base.SendAsync(request, cancellationToken)).Dispose();
        }

        throw new PowerCutException();
    }
}

/// <summary>What no part of the tool foresees, as a process that is killed.</summary>
internal sealed class PowerCutException() : Exception("The power is off.");
