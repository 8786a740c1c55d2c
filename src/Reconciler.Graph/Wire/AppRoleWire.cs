using Reconciler.Entitlements;

namespace Reconciler.Graph.Wire;

/// <summary>The roles of an application as the directory writes them (contract 15).</summary>
internal static class AppRoleWire
{
    // What entitlement management calls the one role of an application that has none (contract 4.1).
    private static readonly Role.Named DefaultAccess = new("Default Access");

    /// <summary>The roles that can be given. The one of an application without roles has no id: which it is is published nowhere.</summary>
    public static EquatableArray<Role.Named> Of(WireValue application)
    {
        var roles = application.Items("appRoles").Where(IsEnabled).Select(ToRole).OfType<Role.Named>().ToEquatableArray();
        return roles.IsEmpty ? [DefaultAccess] : roles;
    }

    private static bool IsEnabled(WireValue role) => role["isEnabled"].IsNull || role.Flag("isEnabled");

    private static Role.Named? ToRole(WireValue role) =>
        role.Text("id") is { } id ? new Role.Named(role.Text("displayName") ?? role.Text("value"), id) : null;
}
