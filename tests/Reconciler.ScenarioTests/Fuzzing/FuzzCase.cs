namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>A workspace to try the loader on: its own file, one policy file, and where they come from.</summary>
internal sealed record FuzzCase(string Workspace, byte[] Policies, string Origin)
{
    public const string PlainWorkspace = "version: 1\ntimeZone: Europe/Oslo\ntenants: { dev: { adapter: embedded, variables: { name: Finance, groups: [ { group: A } ], any: anyMember } }, prod: { adapter: embedded } }\ndefaultTenant: dev\n";

    public const string PolicyFile = "policies/fuzz.yaml";

    public long Size => Workspace.Length + Policies.LongLength;
}
