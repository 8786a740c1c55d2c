namespace Reconciler.Declarations.Expanding;

/// <summary>The variables of one tenant.</summary>
/// <param name="Tenant">The tenant's name; null where the workspace has none.</param>
internal sealed record Variables(string? Tenant, Dictionary<string, Substitute> ByName)
{
    public static Variables None(string? tenant) => new(tenant, new Dictionary<string, Substitute>(StringComparer.Ordinal));

    public static string Reference(string name) => $"$(var.{name})";
}
