namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="ExtensionWait"/>.</summary>
internal static class ExtensionWaitFields
{
    private static readonly Shape.Group Within = new(
        "wait",
        [
            FieldOf<ExtensionWait.Within>.Value("within", nameof(ExtensionWait.Within.Length), w => w.Length, (_, v) => new ExtensionWait.Within(v),
                new Row(new Shape.Length(new Duration(TimeSpan.FromMinutes(5)), Duration.OfDays(14)), "How long a request waits at most.")
                { Says = "how long a request waits", Graph = ["customExtensionCallbackConfiguration.timeoutDuration"], IsRequired = true, Touches = Touches.FutureRequestors }),
        ],
        () => new ExtensionWait.Within(Duration.OfDays(1)));

    public static readonly Shape.Union Shape = new(
        "wait",
        [
            Shapes.Form<ExtensionWait, ExtensionWait.None>(
                new Shape.Choice([new Keyword("none", new ExtensionWait.None(), "It is called and the request goes on.")]), none => none, w => w as ExtensionWait.None),
            Shapes.Form<ExtensionWait, ExtensionWait.Within>(Within, within => within, w => w as ExtensionWait.Within),
        ]);
}
