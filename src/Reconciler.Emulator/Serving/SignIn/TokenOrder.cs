using System.Collections.Immutable;

namespace Reconciler.Emulator.Serving.SignIn;

/// <summary>What a token is to say. With scopes it is a signed-in user's, else an application's with its roles.</summary>
internal sealed record TokenOrder(string ApplicationId, string? PrincipalId)
{
    public const string Graph = "https://graph.microsoft.com";

    public static readonly TimeSpan UsualLifetime = TimeSpan.FromHours(1);

    public string Audience { get; init; } = Graph;

    public ImmutableArray<string> Roles { get; init; } = [];

    public ImmutableArray<string> Scopes { get; init; } = [];

    public TimeSpan Lifetime { get; init; } = UsualLifetime;
}
