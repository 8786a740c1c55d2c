using Reconciler.Graph;
using Serilog;

namespace Reconciler.Cli.Running;

/// <summary>Writes every request to a tenant, and every one for a token, to the log, for <c>--log-level debug</c>.</summary>
internal sealed class RequestLog(ILogger log) : IProgress<GraphRequestLog>
{
    public void Report(GraphRequestLog value) => log.Debug(
        "{Method:l} {Host:l}{Address:l} {Status:l} in {Milliseconds:0} ms, attempt {Attempt}, request id {RequestId:l}, client request id {ClientRequestId:l}",
        value.Method,
        value.Host,
        value.Address,
        value.Status?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "lost",
        value.Elapsed.TotalMilliseconds,
        value.Attempt,
        value.RequestId ?? "none",
        value.ClientRequestId ?? "none");
}
