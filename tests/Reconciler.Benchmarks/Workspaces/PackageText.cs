namespace Reconciler.Benchmarks.Workspaces;

/// <summary>The document of one access package, written as people write it.</summary>
internal static class PackageText
{
    /// <summary>The text, one or two policies long.</summary>
    /// <param name="hasVariables">Whether one package in ten names its approvers by a variable.</param>
    public static string Of(int catalog, int package, bool hasVariables)
    {
        var approvers = hasVariables && package % 10 == 0 ? "$(var.approvers)" : "[ { group: Governance team } ]";
        var text =
            $$"""
              kind: AccessPackage
              name: Work package {{package:000}} of department {{catalog:000}}
              catalog: Department {{catalog:000}}
              description: Access to what work package {{package:000}} needs, for as long as it lasts.
              resourceRoles:
                - { group: {{WorkspaceText.Group(catalog, package % WorkspaceText.Resources)}}, role: member }
                - { group: {{WorkspaceText.Group(catalog, (package + 7) % WorkspaceText.Resources)}}, role: member }
              policies:
                - name: Employees
                  description: Whoever works in the department can ask for it.
                  requestors:
                    who: [ { group: Employees of department {{catalog:000}} }, { user: lead.{{catalog:000}}@woodgrove.example } ]
                    mayExtend: true
                  approval:
                    requestorJustification: true
                    stages:
                      - approvers: [ { manager: 1 } ]
                        fallback: {{approvers}}
                        decideWithin: 7 days
                      - approvers:
                          - { group: Owners of department {{catalog:000}} }
                        decideWithin: 14 days
                  expiration: { after: 180 days }

              """;
        return package % 2 == 0 ? text : text + External(catalog);
    }

    private static string External(int catalog) =>
        $$"""
            - name: Partners
              # Consultants come and go with the quarter.
              requestors: { who: anyExternalUser }
              approval:
                forExtension: true
                stages:
                  - approvers: [ { sponsors: internal } ]
                    fallback: [ { group: Owners of department {{catalog:000}} } ]
                    decideWithin: 14 days
                    approverJustification: true
              expiration: { after: 60 days }
              review:
                every: quarter
                starting: 2027-01-11
                openFor: 14 days
                reviewers: [ { group: Owners of department {{catalog:000}} } ]
                onNoResponse: removeAccess

          """;
}
