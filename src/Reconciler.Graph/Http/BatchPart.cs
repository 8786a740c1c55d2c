using System.Globalization;
using System.Net;
using System.Text;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.Graph.Http;

/// <summary>One request of a batch and how it was answered, until it is answered for good (contract 1.7).</summary>
internal sealed class BatchPart(string url)
{
    private WireValue _response;

    public string Url => url;

    /// <summary>The status of the answer; null while there is none.</summary>
    public int? Status => _response.Whole("status");

    /// <summary>Whether the service was too busy for this one, or in trouble with it, whatever became of the others.</summary>
    public bool IsBusy => Status is 429 or 500 or 502 or 503 or 504;

    /// <summary>For how long the service asks to be left alone; null where it does not say.</summary>
    public TimeSpan? RetryAfter =>
        double.TryParse(_response["headers"].Text("Retry-After"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? TimeSpan.FromSeconds(seconds) : null;

    /// <summary>Takes the answer; of two nobody knows which is meant.</summary>
    public void Take(WireValue response, string doing) => _response = _response.IsNull || IsBusy
        ? response.Kept()
        : throw GraphRefusal.Unreadable(doing, "one request of a batch was answered twice.");

    public BatchAnswer ToAnswer(string doing)
    {
        var (status, body) = (Status, _response["body"]);
        return new BatchAnswer(url, status, status == (int)HttpStatusCode.OK && body.IsObject ? body : default)
        {
            Exhausted = IsBusy && status is { } busy ? Refusal(doing, busy, Text(body)) : null,
        };
    }

    private static string Text(WireValue body)
    {
        try
        {
            return body.IsObject ? body.ToNode().ToJsonString() : "";
        }
        catch (TenantException)
        {
            // One that can't be read is shown as its status.
            return "";
        }
    }

    private TenantException Refusal(string doing, int status, string body) =>
        GraphRefusal.From(new Repetition(GraphCall.Get(url, doing), null), new GraphAnswer(status, Encoding.UTF8.GetBytes(body), null, RetryAfter));
}
