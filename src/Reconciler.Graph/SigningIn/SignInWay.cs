using Azure.Core;

namespace Reconciler.Graph.SigningIn;

/// <summary>One way to sign in.</summary>
/// <param name="Name">What people call it.</param>
/// <param name="Longest">How long it may take to give a token or to say that it has none; as long as a person needs where null.</param>
/// <param name="OpenAsync">Gives the credential. Throws <see cref="Azure.Identity.CredentialUnavailableException"/> where the way is not there.</param>
internal sealed record SignInWay(string Name, TimeSpan? Longest, Func<CancellationToken, Task<TokenCredential>> OpenAsync)
{
    /// <summary>Whether somebody set it up for this: where it fails then, no other is taken in its place.</summary>
    public bool IsMeant { get; init; } = true;
}
