using Reconciler.Emulator.Routes;
using Reconciler.Emulator.State;

namespace Reconciler.Emulator.Rules;

/// <summary>When a resource request that was only submitted is delivered (contract 4.2): at once, or when its resource is listed.</summary>
internal static class ResourceRequestDelivery
{
    public const string Kind = "resourceRequestDelivery";

    private const string RequestId = "requestId";

    /// <summary>The state that is stored; a request delivered at once is <c>submitted</c> only in the answer to it.</summary>
    public static string Start(Call call, string requestId)
    {
        if (!call.Behaviour.Shapes.SubmitsResourceRequests || call.Behaviour.Delays.ResourceListing <= TimeSpan.Zero)
        {
            return "delivered";
        }

        call.Store.Schedule.Add(new(Kind, call.Moment + call.Behaviour.Delays.ResourceListing, new Dictionary<string, string> { [RequestId] = requestId }));
        return "submitted";
    }

    public static void Deliver(TenantStore store, ScheduledEvent happening)
    {
        if (store.Find(Names.ResourceRequest, happening[RequestId]) is { } request)
        {
            request.Edit()["state"] = "delivered";
        }
    }
}
