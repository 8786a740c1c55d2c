namespace Reconciler.ScenarioTests;

/// <summary>A workspace with one name in every place where a name can stand.</summary>
internal static class NamePlaces
{
    /// <summary>The name as a variable's value, alone and within a list of references, and in the scope. Nothing is replaced in this file.</summary>
    /// <param name="meant">What the scope has: a doubled sign is itself there.</param>
    public static string Workspace(string name, string meant) => $$"""
        version: 1
        scope: { catalogs: [ {{meant}} ], organizations: [ {{meant}} ], settings: true, tenantRoles: true }
        tenants:
          dev:
            adapter: embedded
            seed: directory.yaml
            variables:
              plain: {{name}}
              people: [ { group: {{name}} } ]
        """;

    public static string Seed(string name) => $$"""
        organization: { name: {{name}}, tenantId: 5c1d0000-0000-4000-8000-000000000001, domain: names.example }
        users:
          - { userPrincipalName: {{name}}, displayName: {{name}} }
        groups:
          - { displayName: {{name}} }
          - { displayName: Deciders }
        applications:
          - { displayName: {{name}}, roles: [ {{name}} ] }
        servicePrincipals:
          - { displayName: Robot }
        """;

    /// <summary>Every kind of declaration and of reference.</summary>
    /// <param name="template">The name of the template: where that is refused, what is in it is not looked at.</param>
    public static string Policies(string name, string template) => $$"""
        kind: ConnectedOrganization
        name: {{name}}
        identitySources: [ { domain: names.example } ]
        sponsors: { internal: [ { user: {{name}} } ], external: [ { group: {{name}} } ] }
        ---
        kind: TenantRoles
        catalogCreators: [ { group: {{name}} }, { user: {{name}} } ]
        ---
        kind: Catalog
        name: {{name}}
        labels: [ {{name}} ]
        enabledForExternalUsers: true
        resources:
          - { group: {{name}} }
          - { application: {{name}} }
        delegates:
          owners: [ { user: {{name}} } ]
        extensions:
          - name: {{name}}
            runs: onRequest
            logicApp: { subscription: 00000000-0000-4000-8000-000000000001, resourceGroup: {{name}}, workflow: {{name}} }
        ---
        kind: AssignmentPolicyTemplate
        name: {{template}}
        parameters: [ who ]
        policy:
          requestors: { who: $(param.who) }
          approval: { stages: [ { approvers: [ { group: {{name}} }, { user: {{name}} } ], fallback: [ { group: Deciders } ] } ] }
          expiration: never
        ---
        kind: AccessPackage
        name: Other
        catalog: {{name}}
        policies:
          - { name: Renamed, previously: [ {{name}} ], requestors: { who: nobody }, approval: none, expiration: never }
        ---
        kind: AccessPackage
        name: {{name}}
        catalog: {{name}}
        description: $(var.plain)
        resourceRoles:
          - { group: {{name}} }
          - { application: {{name}}, role: {{name}} }
        incompatibleWith:
          - { package: Other, catalog: {{name}} }
          - { group: {{name}} }
        policies:
          - name: {{name}}
            template: {{template}}
            with: { who: [ { organization: {{name}} } ] }
            callouts: [ { at: requestCreated, run: {{name}} } ]
            questions:
              - { text: {{name}}, choices: [ {{name}} ] }
          - name: By variable
            requestors: { who: $(var.people) }
            approval: none
            expiration: never
          - name: By hand
            requestors: { who: nobody }
            approval: none
            expiration: never
        assignments:
          - { user: {{name}}, policy: By hand }
        ---
        kind: Ignore
        target: { catalog: {{name}}, package: {{name}}, policy: {{name}} }
        fields: [ notifications ]
        reason: {{name}}
        ---
        kind: Waiver
        rule: external-access-is-reviewed
        target: { catalog: {{name}}, extension: {{name}} }
        reason: {{name}}
        approvedBy: robot@names.example
        granted: 2026-01-04
        expires: 2026-06-30
        """;
}
