using Reconciler.Declarations;
using Reconciler.Entitlements;

namespace Reconciler.Cli;

/// <summary>The messages of the command line itself, RCN6xx. The third was of a build that could not sign in; it is never used again.</summary>
internal static class CliDiagnostics
{
    /// <summary>Why the workspace gives no tenant to work with.</summary>
    public static Diagnostic NotChosen(Workspace workspace, string? name) =>
        (name ?? workspace.DefaultTenant) is { } wanted ? UnknownTenant(wanted, workspace) : NoTenantChosen(workspace);

    public static Diagnostic NoTenantChosen(Workspace workspace) => workspace.Tenants.IsEmpty
        ? Error("RCN601", null, "The workspace has no tenant.", "Write one under tenants: in reconciler.yaml, such as demo: { adapter: embedded }.")
        : Error("RCN601", null, $"The workspace has {workspace.Tenants.Count} tenants, and no default.", $"Name one with --tenant, or as defaultTenant: in reconciler.yaml. There are {Names(workspace)}.");

    public static Diagnostic UnknownTenant(string name, Workspace workspace) => Error("RCN602", null, $"The workspace has no tenant \"{name}\"{DidYouMean(Nearest.To(name, workspace.Tenants.Select(t => t.Name)))}",
        workspace.Tenants.IsEmpty ? "Write it under tenants: in reconciler.yaml." : $"It has: {Names(workspace)}.");

    /// <summary>The emulator knows paths in what it was given; people know lines.</summary>
    public static Diagnostic BadSeed(string tenant, SourceSpan? otherwise, string why, IReadOnlyDictionary<string, SourceSpan> places)
    {
        var colon = why.IndexOf(": ", StringComparison.Ordinal);
        for (var path = colon > 0 ? why[..colon] : ""; path.Length > 0; path = path[..Math.Max(path.LastIndexOf('/'), 0)])
        {
            if (places.TryGetValue(path, out var where))
            {
                return Error("RCN604", where, $"The seed of the tenant \"{tenant}\" can't be used: {why}", "Correct it here.");
            }
        }

        return Error("RCN604", otherwise, $"The seed of the tenant \"{tenant}\" can't be used: {why}", "Correct the seed file.");
    }

    /// <summary>A command line that nothing can be done with.</summary>
    /// <param name="command">As it is typed, with a space before it; nothing where none was meant.</param>
    public static Diagnostic BadUsage(string message, string command = "") => Error("RCN605", null, string.Join(' ', message.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), $"See reconciler{command} --help.");

    public static Diagnostic OutputUnwritable(string path, string why) => Error("RCN606", null, $"The file \"{path}\" can't be written: {why}", "Name another one with --out.");

    public static Diagnostic NotEmpty(string path) => Error("RCN607", null, $"\"{path}\" is there already, and init overwrites nothing.", "Name an empty folder, or take the file away.");

    public static Diagnostic UnwritableFolder(string path, string why) => Error("RCN608", null, $"\"{path}\" can't be written: {why}", "Name another folder.");

    public static Diagnostic OutOfScope(string catalog) => Error("RCN610", null, $"The catalog \"{catalog}\" is outside of the workspace's scope.",
        "Add it to scope: in reconciler.yaml, or export it into another workspace.");

    public static Diagnostic FilesUnwritable(string why) => Error("RCN611", null, $"The files of the export can't be written: {why}", "None of them was left behind. Make room for them, and export again.");

    public static Diagnostic BaselineIsKept(int count) => new("RCN613", Severity.Warning, new SourceSpan("baseline.yaml", 1, 1),
        $"{(count == 1 ? "A finding that the tenant came with is" : $"{count} findings that the tenant came with are")} not in the baseline: its list is not written as export writes it, or has a line for them already.",
        "See them with reconciler plan, and write them into it by hand.");

    public static Diagnostic WouldChange(EntityKey key) => Error("RCN612", null, $"A plan after the export would change \"{key}\".",
        "Nothing was written. This is a bug in reconciler; please report it with what is special about this one.");

    /// <summary>What the outside world did, as a finding: it has no place in a file.</summary>
    public static Diagnostic Trouble(TenantException trouble) => trouble.Problem switch
    {
        TenantProblem.NotPermitted => Error("RCN621", null, trouble.Message,
            trouble.Status == 403 ? "Give the identity the missing grant, or use another one." : "Set right what is said there, then run again."),
        TenantProblem.Unavailable => Error("RCN622", null, trouble.Message, "Try again later; what was written is found again."),
        TenantProblem.Held => Error("RCN623", null, trouble.Message, "If another run holds it, wait for that one; if it is damaged, restore it from a backup or from Git."),
        _ => Error("RCN624", null, trouble.Message, "Correct what the service objects to, then run again."),
    };

    public static Diagnostic SeedIsReadOnce(TenantSettings settings, string state) => new(
        "RCN609", Severity.Information, settings.Where, $"The embedded tenant \"{settings.Name}\" was made earlier, and does not read {settings.Seed} again.",
        $"If the name is new there, delete {state} to begin anew, which forgets what was applied too.");

    public static Diagnostic EmulateFile(string path, string why) => Error("RCN631", null, $"The file \"{path}\" can't be used: {why}", "Correct it, or name another one.");

    public static Diagnostic CannotListen(string address, string why) => Error("RCN632", null, $"Nothing can listen on \"{address}\": {why}",
        "Write an address of this machine and a port: --listen 127.0.0.1:8443. Port 0 takes a free one.");

    public static Diagnostic ListensToOthers(string address) => new("RCN633", Severity.Warning, null, $"\"{address}\" can be reached from other machines.",
        "Who can reach it can try secrets, and with --open needs none. Leave --listen out to be reached from this machine only.");

    public static Diagnostic SeedIsNotRead(string seed, string state) => new("RCN634", Severity.Information, null,
        $"The tenant in \"{state}\" was made earlier, and does not read \"{seed}\" again.", "Delete the former to begin anew, or leave --seed out.");

    public static Diagnostic UnknownGrant(string client, string grant, string? nearest) => new("RCN635", Severity.Warning, null,
        $"The client \"{client}\" has a grant \"{grant}\" that nothing of the emulator asks for{DidYouMean(nearest)}",
        "Correct it in the file of --clients; if it is one of Graph's that the emulator does not know, it changes nothing here.");

    private static string DidYouMean(string? nearest) => nearest is null ? "." : $"; did you mean \"{nearest}\"?";

    private static Diagnostic Error(string code, SourceSpan? where, string message, string advice) => new(code, Severity.Error, where, message, advice);

    private static string Names(Workspace workspace) => string.Join(", ", workspace.Tenants.Select(t => t.Name).Order(StringComparer.Ordinal));
}
