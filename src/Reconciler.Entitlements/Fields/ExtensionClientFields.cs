using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.ExtensionClient>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The rows of <see cref="ExtensionClient"/>.</summary>
internal static class ExtensionClientFields
{
    public static readonly Shape.Group Shape = new(
        "client",
        [
            Value("retries", nameof(ExtensionClient.Retries), c => c.Retries, (c, v) => c with { Retries = v },
                new Row(new Shape.Whole(0, 1), "How often a call that failed is made again.")
                { Says = "how often a call is made again", Graph = ["customExtensionClientConfiguration.maximumRetries"], Default = 1 }),
            Value("timeoutMilliseconds", nameof(ExtensionClient.TimeoutMilliseconds), c => c.TimeoutMilliseconds, (c, v) => c with { TimeoutMilliseconds = v },
                new Row(new Shape.Whole(200, 2000), "How long the service waits for the call to be taken, in milliseconds.")
                { Says = "the time to take a call, in milliseconds", Graph = ["customExtensionClientConfiguration.timeoutInMilliseconds"], Default = 1000 }),
        ],
        () => new ExtensionClient());
}
