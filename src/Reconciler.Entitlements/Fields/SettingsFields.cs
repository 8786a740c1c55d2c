using static Reconciler.Entitlements.Fields.FieldOf<Reconciler.Entitlements.ExternalUserLifecycle>;

namespace Reconciler.Entitlements.Fields;

/// <summary>The table of <see cref="Settings"/>.</summary>
internal static class SettingsFields
{
    private static readonly Shape.Group Lifecycle = new(
        "external user lifecycle",
        [
            Value("whenLastAssignmentEnds", nameof(ExternalUserLifecycle.WhenLastAssignmentEnds),
                l => l.WhenLastAssignmentEnds, (l, v) => l with { WhenLastAssignmentEnds = v },
                new Row(
                    new Shape.Choice(
                    [
                        new Keyword("none", LifecycleAction.None, "The guest stays."),
                        new Keyword("blockSignIn", LifecycleAction.BlockSignIn, "The guest can no longer sign in."),
                        new Keyword("blockSignInAndDelete", LifecycleAction.BlockSignInAndDelete, "The guest can no longer sign in and is deleted later."),
                    ]),
                    "What happens to a guest when the last assignment ends.")
                {
                    Says = "what happens to a guest when the last assignment ends", Portal = "Block external user from signing in to this directory; Remove external user",
                    Graph = ["entitlementManagementSettings.externalUserLifecycleAction"],
                    IsRequired = true,
                    Touches = Touches.Holders,
                    Judge = (old, @new) => (old, @new) switch
                    {
                        (LifecycleAction before, LifecycleAction after) when after > before => Effect.Narrows,
                        (LifecycleAction before, LifecycleAction after) when after < before => Effect.Widens,
                        _ => Effect.Neutral,
                    },
                }),
            Value("deleteAfter", nameof(ExternalUserLifecycle.DeleteAfter), l => l.DeleteAfter, (l, v) => l with { DeleteAfter = v },
                new Row(
                    new Shape.Length(Duration.OfDays(0), Duration.OfDays(3660)),
                    "How long after the block the account is deleted; 0 days means at once.")
                {
                    Says = "how long after the block the account is deleted", Portal = "Number of days before removing external user from this directory",
                    Graph = ["entitlementManagementSettings.durationUntilExternalUserDeletedAfterBlocked"],
                    Default = Duration.OfDays(30),
                    Touches = Touches.Holders,
                    Judge = Judgement.LongerWidens,
                }),
        ],
        () => new ExternalUserLifecycle { WhenLastAssignmentEnds = LifecycleAction.None });

    public static readonly EntityTable Table = new()
    {
        Kind = EntityKind.Settings,
        Keyword = "Settings",
        Doc = "The tenant-wide settings of entitlement management. They can't be deleted: no longer declaring them lets them go.",
        GraphTypes = ["entitlementManagementSettings"],
        IsSingle = true,
        Header = [HeaderFields.Only],
        Settings =
        [
            FieldOf<Settings>.Setting("externalUserLifecycle", nameof(Settings.ExternalUserLifecycle),
                s => s.ExternalUserLifecycle, (s, v) => s with { ExternalUserLifecycle = v },
                new Row(Lifecycle, "What becomes of guests that entitlement management invited.")
                { Says = "what becomes of guests", Portal = "Manage the lifecycle of external users", Graph = ["entitlementManagementSettings.externalUserLifecycleAction"], Touches = Touches.Holders }),
        ],
        Blank = _ => new Settings(),
    };
}
