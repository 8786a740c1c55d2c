using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.OnBehalf.By>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of <see cref="OnBehalf"/>.</summary>
internal static class OnBehalfFields
{
    private static readonly Shape.Group By = new(
        "on behalf",
        [
            Value("by", nameof(OnBehalf.By.Who), b => b.Who, (b, v) => b with { Who = v },
                new Row(Shapes.SetOf<Subject>(SubjectFields.OnBehalf, "requestor") with { Fewest = 1 }, "Who may do it for others.")
                {
                    Says = "who may request for others", Portal = "Who can request access",
                    Graph = ["accessPackageAssignmentRequestorSettings.onBehalfRequestors"], IsRequired = true,
                    Touches = Touches.FutureRequestors, Judge = Judgement.MoreWidens<Subject>,
                }),
            May("mayRequest", nameof(OnBehalf.By.MayRequest), b => b.MayRequest, (b, v) => b with { MayRequest = v }, "request it for others", "Add"),
            May("mayExtend", nameof(OnBehalf.By.MayExtend), b => b.MayExtend, (b, v) => b with { MayExtend = v }, "extend it for others", "Update"),
            May("mayRemove", nameof(OnBehalf.By.MayRemove), b => b.MayRemove, (b, v) => b with { MayRemove = v }, "give it back for others", "Remove"),
        ],
        () => new OnBehalf.By([]));

    public static readonly Shape.Union Shape = new(
        "on behalf",
        [
            Shapes.Form<OnBehalf, OnBehalf.None>(
                new Shape.Choice([new Keyword("none", new OnBehalf.None(), "Nobody does it for others.")]), none => none, b => b as OnBehalf.None),
            Shapes.Form<OnBehalf, OnBehalf.By>(By, by => by, b => b as OnBehalf.By),
        ]);

    public static Effect Judge(object? old, object? @new) => (old, @new) switch
    {
        (OnBehalf.By, OnBehalf.None) => Effect.Narrows,
        _ => Equals(old, @new) ? Effect.Neutral : Effect.Widens,
    };

    private static Field May(string key, string member, Func<OnBehalf.By, bool> get, Func<OnBehalf.By, bool, OnBehalf.By> with, string what, string verb) =>
        Value(key, member, get, with, new Row(Shapes.Truth, $"They may {what}.")
        {
            Says = $"they may {what}",
            Graph = [$"accessPackageAssignmentRequestorSettings.enableOnBehalfRequestorsTo{verb}Access"],
            Default = true,
            Touches = Touches.FutureRequestors,
            Judge = Judgement.TrueWidens,
        });
}
