using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ContractTests;

/// <summary>What the shapes do not tell: who there is to be named, and what goes with what.</summary>
internal static class Samples
{
    private static readonly EquatableArray<RequiredAttribute> Asked =
    [
        .. Sampler.Of(Table(EntityKind.Catalog, "resources").Fields.First(field => field.Key == "attributes").Shape)
            .Cast<EquatableArray<RequiredAttribute>>().MaxBy(list => list.Count),
    ];

    public static IEnumerable<Reference> Named(ReferenceKind kind) => kind switch
    {
        ReferenceKind.User => [Given.Megan, Given.Ana],
        ReferenceKind.Group => [Given.Marketing, Given.Approvers],
        ReferenceKind.Application => [Given.Payroll, Given.Bare],
        ReferenceKind.ServicePrincipal => [Given.Robot, Given.Payroll with { Kind = ReferenceKind.ServicePrincipal }],
        ReferenceKind.Site => [Given.Site, Given.EuropeanSite],
        ReferenceKind.Organization => [Given.Fabrikam, Given.Contoso],
        ReferenceKind.Package => [Given.Reader, Given.Newcomer],
        ReferenceKind.Extension => [Given.Notify, Given.Remind],
        _ => [Given.Direct],
    };

    /// <summary>Those that can stand in one list: a policy is open to people, or to organizations, or to service principals.</summary>
    public static int Company(object item) =>
        item is Reference { Kind: ReferenceKind.Organization } ? 1 : item is Reference { Kind: ReferenceKind.ServicePrincipal } ? 2 : 0;

    /// <summary>Samples of a type whose members can't be varied each by itself; null for all others.</summary>
    public static IReadOnlyList<object>? Instead(object? blank) => blank switch
    {
        CatalogResource =>
        [
            new CatalogResource { Resource = Given.Odd, Attributes = Asked },
            new CatalogResource { Resource = Given.Bare, Attributes = EquatableArray.Create<RequiredAttribute>([]) },
            new CatalogResource { Resource = Given.EuropeanSite, Geo = Given.Europe, Attributes = EquatableArray.Create<RequiredAttribute>([]) },
            new CatalogResource { Resource = Given.Bare, Attributes = Asked },
            new CatalogResource { Resource = Given.Odd, Attributes = Asked.Skip(1).ToEquatableArray() },
            new CatalogResource { Resource = Given.Odd, Attributes = EquatableArray.Create<RequiredAttribute>([]) },
        ],
        ResourceRole =>
        [
            .. Enum.GetValues<GroupRole>().Select(role => new ResourceRole { Resource = Given.Privileged, Role = new Role.OfGroup(role) }),
            new ResourceRole { Resource = Given.Payroll, Role = new Role.Named("Reader", "bbbbbbbb-0000-4000-8000-000000000101") },
            new ResourceRole { Resource = Given.Payroll, Role = new Role.Named("Clerk", "bbbbbbbb-0000-4000-8000-000000000102") },
            new ResourceRole { Resource = Given.Site, Role = new Role.Named("Finance Members", "4") },
        ],
        IdentitySource =>
        [
            new IdentitySource.Tenant("11111111-0000-4000-8000-000000000001"),
            .. Enum.GetValues<Cloud>().Select(cloud => new IdentitySource.CrossCloudTenant($"11111111-0000-4000-8000-00000000001{(int)cloud}", cloud)),
            new IdentitySource.Domain("woodgrove-partner.example"),
            new IdentitySource.Federation("federated.example", "https://issuer.example/"),
            new IdentitySource.Social(SocialProvider.Facebook),
        ],
        _ => null,
    };

    /// <summary>The sample with what does not go together made to.</summary>
    public static object Consistent(object sample) => sample switch
    {
        Callout callout => callout with { Run = callout.At >= CalloutStage.FourteenDaysBeforeExpiration ? Given.Remind : Given.Notify },
        Question question => question with
        {
            Localizations = question.Localizations.Select(one => one with { Choices = Fitted(one.Choices, question.Answer) }).ToEquatableArray(),
        },
        _ => sample,
    };

    // As many as the question has choices; none where none is translated.
    private static EquatableArray<string> Fitted(EquatableArray<string> translated, Answer answer)
    {
        var count = answer is Answer.Picked picked ? picked.Choices.Count : 0;
        var fitted = Enumerable.Range(0, count).Select(index => index < translated.Count ? translated[index] : "").ToEquatableArray();
        return fitted.All(text => text.Length == 0) ? [] : fitted;
    }

    private static Shape.Group Table(EntityKind kind, string key) => (Shape.Group)((Shape.ListOf)Language.Of(kind).Setting(key).Shape).Item;
}
