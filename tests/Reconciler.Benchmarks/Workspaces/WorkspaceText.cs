namespace Reconciler.Benchmarks.Workspaces;

/// <summary>The files of a large workspace other than those of its packages.</summary>
internal static class WorkspaceText
{
    /// <summary>Groups that each catalog lists.</summary>
    public const int Resources = 30;

    public static string Reconciler(int tenants) => tenants == 1
        ? """
          version: 1
          timeZone: Europe/Oslo
          tenants:
            prod:
              adapter: graph
              tenantId: 7f3c52d1-4c1a-4a8e-9d60-52b8e1a0c7d4

          """
        : """
          version: 1
          timeZone: Europe/Oslo
          tenants:
            test:
              adapter: embedded
              variables:
                approvers: [ { group: Test approvers } ]
            prod:
              adapter: graph
              tenantId: 7f3c52d1-4c1a-4a8e-9d60-52b8e1a0c7d4
              variables:
                approvers: [ { group: Governance team }, { group: Risk officers } ]
          defaultTenant: test

          """;

    public static string Catalog(int catalog) =>
        $$"""
          # What the department gives access to.
          kind: Catalog
          name: Department {{catalog:000}}
          description: "Everything that department {{catalog:000}} is responsible for"
          enabledForExternalUsers: true
          delegates:
            owners: [ { group: Owners of department {{catalog:000}} } ]
            readers: [ { group: Auditors } ]
          resources:
          {{string.Join('\n', Enumerable.Range(0, Resources).Select(i => $"  - {{ group: {Group(catalog, i)} }}"))}}

          """;

    public static string Group(int catalog, int resource) => $"Department {catalog:000} team {resource:00}";
}
