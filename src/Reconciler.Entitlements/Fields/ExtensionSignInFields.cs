namespace Reconciler.Entitlements.Fields;

/// <summary>The forms of an <see cref="ExtensionSignIn"/>.</summary>
internal static class ExtensionSignInFields
{
    private static readonly Shape.Group Token = new(
        "sign-in",
        [
            FieldOf<ExtensionSignIn.TokenFor>.Value("tokenFor", nameof(ExtensionSignIn.TokenFor.Resource), s => s.Resource, (_, v) => new ExtensionSignIn.TokenFor(v),
                new Row(Shapes.Name, "The application id that the token is for.")
                { Says = "the application that the token is for", Graph = ["azureAdTokenAuthentication.resourceId"], IsRequired = true }),
        ],
        () => new ExtensionSignIn.TokenFor(""));

    public static readonly Shape.Union Shape = new(
        "sign-in",
        [
            Shapes.Form<ExtensionSignIn, ExtensionSignIn.ProofOfPossession>(
                new Shape.Choice([new Keyword("proofOfPossession", new ExtensionSignIn.ProofOfPossession(), "A token that only the service can use.")]),
                proof => proof,
                s => s as ExtensionSignIn.ProofOfPossession),
            Shapes.Form<ExtensionSignIn, ExtensionSignIn.TokenFor>(Token, token => token, s => s as ExtensionSignIn.TokenFor),
        ]);
}
