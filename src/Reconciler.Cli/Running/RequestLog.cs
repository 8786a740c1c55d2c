using Reconciler.Cli.Output;
using Reconciler.Graph;
using Serilog;

namespace Reconciler.Cli.Running;

/// <summary>Writes every request to a tenant, and every one for a token, to the log, and what is said to a sign-in that failed, for <c>--log-level debug</c>.</summary>
internal sealed class RequestLog(ILogger log) : IProgress<GraphRequestLog>, IProgress<string>
{
    public void Report(string value) => log.Debug("{Said:l}", Printable.Of(value));

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
