namespace Reconciler.Emulator.Behaving;

/// <summary>Refusals that have nothing to do with what was sent and that pass (contract 1.2).</summary>
public sealed record Transients
{
    /// <summary>How long writing to a new catalog, package, policy or connected organization, or below it, answers 403 UnAuthorized.</summary>
    public TimeSpan UnauthorizedAfterCreation { get; init; }

    /// <summary>The first reading of the settings since the emulator started answers 409 (contract 12: the service makes them on first use).</summary>
    public bool RefusesFirstSettingsRead { get; init; }

    /// <summary>
    /// The access reviews behind policies have been deleted elsewhere: a PUT that carries enabled <c>reviewSettings</c> the policy had before answers
    /// 404 with an empty code until they were switched off once (contract 7.6).
    /// </summary>
    public bool LosesReviews { get; init; }
}
