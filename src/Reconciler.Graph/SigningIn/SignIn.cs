using System.Security.Cryptography;
using Azure.Core;
using Azure.Identity;
using Reconciler.Entitlements;
using Reconciler.Graph.Http;

namespace Reconciler.Graph.SigningIn;

/// <summary>Gives the token that requests carry, from the first way to sign in that is there; one that was set up and fails ends the search.</summary>
internal sealed class SignIn(SignInOptions options, CloudAddress address, GraphOptions client) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _turn = new(1);
    private (SignInWay Way, TokenCredential Credential)? _chosen;
    private AccessToken _token;

    public async Task<string> TokenAsync(CancellationToken cancellationToken)
    {
        await _turn.WaitAsync(cancellationToken);
        try
        {
            if (_token.Token is null || _token.ExpiresOn - client.Time.GetUtcNow() < Early)
            {
                _token = _chosen is { } known ? await AgainAsync(known.Way, known.Credential, cancellationToken) : await FindAsync(cancellationToken);
            }

            return _token.Token;
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>A token that was refused is not used again.</summary>
    public void Forget() => _token = default;

    public void Dispose() => _turn.Dispose();

    private async Task<AccessToken> FindAsync(CancellationToken cancellationToken)
    {
        List<string> tried = [];
        foreach (var way in new SignInWays(options, address, client).All())
        {
            try
            {
                var credential = await way.OpenAsync(cancellationToken);
                var token = await AskAsync(way, credential, tried, cancellationToken);
                _chosen = (way, credential);
                return token;
            }
            catch (AuthenticationFailedException missing) when (missing is CredentialUnavailableException || !way.IsMeant)
            {
                tried.Add(Line(way, missing));
            }
            catch (Exception unusable) when (unusable is ArgumentException or IOException or UnauthorizedAccessException or CryptographicException)
            {
                throw Failed(TenantProblem.NotPermitted, [.. tried, Line(way, unusable)], unusable);
            }
        }

        throw Failed(TenantProblem.NotPermitted, tried, null);
    }

    private async Task<AccessToken> AgainAsync(SignInWay way, TokenCredential credential, CancellationToken cancellationToken)
    {
        try
        {
            return await AskAsync(way, credential, [], cancellationToken);
        }
        catch (AuthenticationFailedException missing)
        {
            throw Failed(TenantProblem.NotPermitted, [Line(way, missing)], missing);
        }
    }

    private async Task<AccessToken> AskAsync(SignInWay way, TokenCredential credential, List<string> tried, CancellationToken cancellationToken)
    {
        using var late = way.Longest is { } longest ? new CancellationTokenSource(longest, client.Time) : new CancellationTokenSource();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(late.Token, cancellationToken);
        try
        {
            return await credential.GetTokenAsync(new TokenRequestContext([address.Scope], tenantId: options.TenantId), either.Token);
        }
        catch (AuthenticationFailedException failed) when (failed is not CredentialUnavailableException && way.IsMeant)
        {
            throw Failed(SignInTrouble.OutOfReach(failed) is { } lost && Trust.Trouble(lost) is null ? TenantProblem.Unavailable : TenantProblem.NotPermitted, [.. tried, Line(way, failed)], failed);
        }
        catch (OperationCanceledException why) when (late.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new CredentialUnavailableException($"it gave no answer within {way.Longest?.TotalSeconds:0} seconds", why);
        }
    }

    private string Line(SignInWay way, Exception why)
    {
        client.SaidToSignIn?.Report(SignInTrouble.Whole(why, Without));
        return SignInTrouble.Line(way, why, Without);
    }

    // Who answers may tell what he was sent, in whatever words.
    private string Without(string said) => Masking.Without(said, [options.Variable("AZURE_CLIENT_SECRET"), options.Variable("AZURE_CLIENT_CERTIFICATE_PASSWORD")]);

    private TenantException Failed(TenantProblem problem, IEnumerable<string> tried, Exception? why) => new(
        problem,
        $"Signing in to the tenant {options.TenantId} failed. {string.Join(" ", tried)} "
            + (problem == TenantProblem.Unavailable ? $"Check that {address.Authority.Host} can be reached."
                : options.Credential is null ? "Set right the one that was meant, and name it with --credential so that no other is tried."
                : "Set it right, or name another one with --credential."),
        why);
}
