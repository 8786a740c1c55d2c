using Reconciler.Declarations;

namespace Reconciler.Cli.Commands;

/// <summary>The files that <c>init</c> writes.</summary>
internal static class FirstWorkspace
{
    /// <summary>What git is told to leave alone: the embedded tenant and the tool's memory of it.</summary>
    public const string Ignored = ".reconciler/";

    /// <summary>What editors take from the schemas' places: all documents of a file, where the line at its top speaks for the first alone.</summary>
    public const string Editor = ".vscode/settings.json";

    public static IReadOnlyDictionary<string, string> Files { get; } = new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        [Schema(LanguageSchemas.PolicyFileName)] = LanguageSchemas.PolicyFile(),
        [Schema(LanguageSchemas.WorkspaceFileName)] = LanguageSchemas.Workspace(),
        [Editor] = $$"""
            {
              "yaml.schemas": {
                "./{{Schema(LanguageSchemas.PolicyFileName)}}": "policies/**/*.y*ml",
                "./{{Schema(LanguageSchemas.WorkspaceFileName)}}": "reconciler.yaml"
              }
            }

            """,
        ["reconciler.yaml"] = $$"""
            # yaml-language-server: $schema={{Schema(LanguageSchemas.WorkspaceFileName)}}
            version: 1
            tenants:
              demo:
                adapter: embedded        # a tenant inside this tool; its state is kept in .reconciler/demo/
                seed: directory.yaml     # the users and groups it begins with
            defaultTenant: demo
            budgets:                     # a run that would destroy more, per kind and catalog, is refused as a whole
              deletes: { count: 5 }
              removals: { count: 10 }

            """,
        ["directory.yaml"] = """
            # What a directory would already have. Read once, when the embedded tenant is made: to begin anew with another
            # one, delete .reconciler/, which forgets what was applied too.
            organization: { name: My company, domain: company.example }
            users:
              - { userPrincipalName: megan@company.example, displayName: Megan Bowen }
            groups:
              - { displayName: Project team, owners: [ megan@company.example ] }

            """,
        ["policies/project.yaml"] = $$"""
            # yaml-language-server: $schema=../{{Schema(LanguageSchemas.PolicyFileName)}}
            kind: Catalog
            name: Projects
            description: What our projects need
            resources:
              - { group: Project team }
            ---
            kind: AccessPackage
            name: Project access
            catalog: Projects
            description: Membership of the project team
            resourceRoles:
              - { group: Project team, role: member }
            policies:
              - name: Colleagues
                description: Everybody in the company, approved by the manager
                requestors: { who: anyMember }
                approval:
                  stages:
                    - approvers: [ { manager: 1 } ]
                      fallback: [ { user: megan@company.example } ]
                expiration: { after: 180 days }

            """,
    };

    /// <summary>In a dot folder, where no policy file is looked for.</summary>
    public static string Schema(string name) => $".schemas/{name}";
}
