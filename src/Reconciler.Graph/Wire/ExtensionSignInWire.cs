using System.Text.Json.Nodes;
using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>How the service proves to an extension who it is, as Graph writes it (contract 13).</summary>
internal static class ExtensionSignInWire
{
    private const string ProofType = "azureAdPopTokenAuthentication";
    private const string TokenType = "azureAdTokenAuthentication";
    private const string Resource = "resourceId";

    public static ExtensionSignIn ToSignIn(WireValue authentication) => authentication.TypeName() switch
    {
        var type when type.Means(ProofType) => new ExtensionSignIn.ProofOfPossession(),
        var type when type.Means(TokenType) && authentication.Text(Resource) is { } resource => new ExtensionSignIn.TokenFor(resource),
        "" => new ExtensionSignIn.Unmodelled("not at all"),
        var type => new ExtensionSignIn.Unmodelled(type),
    };

    public static JsonNode? Overlay(JsonNode? there, ExtensionSignIn wanted)
    {
        if (ToSignIn(there).Equals(wanted))
        {
            return there?.DeepClone();
        }

        switch (wanted)
        {
            case ExtensionSignIn.ProofOfPossession:
                return WireJson.Typed(ProofType);
            case ExtensionSignIn.TokenFor token:
                var authentication = WireJson.Typed(TokenType);
                authentication[Resource] = token.Resource;
                return authentication;
            default:
                throw new InvalidOperationException($"No way to write {wanted}.");
        }
    }
}
