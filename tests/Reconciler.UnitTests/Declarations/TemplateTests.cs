using Reconciler.Entitlements;

namespace Reconciler.UnitTests.Declarations;

public sealed class TemplateTests
{
    private const string Template = """
        kind: AssignmentPolicyTemplate
        name: partner-access
        parameters: [ who, lasting ]
        policy:
          description: Lasts $(param.lasting)
          requestors: { who: $(param.who) }
          approval: none
          expiration: { after: $(param.lasting) }
        """;

    private static readonly EntityKey Policy = EntityKey.Policy("C", "P", "Q");

    [Fact]
    public void A_policy_is_its_template_with_what_it_gives_for_the_parameters()
    {
        var policy = Made("template: partner-access\nwith: { who: [ { group: A }, { user: b } ], lasting: 90 days }");

        Assert.Equal(
            new AssignmentPolicy
            {
                Catalog = "C",
                Package = "P",
                Name = "Q",
                Description = "Lasts 90 days",
                Requestors = new Requestors { Who = new RequestorScope.Listed([new Reference(ReferenceKind.Group, "A"), new Reference(ReferenceKind.User, "b")]) },
                Approval = new Approval.None(),
                Expiration = new Expiration.After(Duration.OfDays(90)),
            },
            policy);
    }

    [Theory]
    [InlineData("a.yaml", "b.yaml")]
    [InlineData("b.yaml", "a.yaml")]
    public void It_can_stand_in_any_file(string templates, string policies)
    {
        var result = Loading.Files((templates, Template), (policies, Loading.PolicyYaml("template: Partner-Access\nwith: { who: anyMember, lasting: 1 day }")));

        Assert.Empty(result.Told());
        Assert.Equal($"{policies}:7:18", $"{result.Sources.Find(Policy, "requestors.who")}");
        Assert.Equal($"{policies}:7:38", $"{result.Sources.Find(Policy, "expiration.after")}");
        Assert.Equal($"{templates}:8:15", $"{result.Sources.Find(Policy, "expiration")}");
        Assert.Equal($"{templates}:7:13", $"{result.Sources.Find(Policy, "approval")}");
        Assert.Equal($"{policies}:5:5", $"{result.Sources.Find(Policy, "")}");
    }

    [Fact]
    public void What_the_policy_writes_replaces_the_templates_whole_and_unmanaged_gives_it_back()
    {
        var policy = Made("template: partner-access\nwith: { who: anyMember, lasting: 1 day }\nrequestors: { who: nobody }\napproval: unmanaged\nexpiration: never");

        Assert.Equal(new Requestors { Who = new RequestorScope.Everyone(Population.Nobody), MayRequest = false }, policy.Requestors.Value);
        Assert.False(policy.Approval.IsWritten);
        Assert.Equal(new Expiration.Never(), policy.Expiration.Value);
    }

    [Theory]
    [InlineData("unmanaged", null)]
    [InlineData("'unmanaged'", "unmanaged")]
    public void Of_a_text_unmanaged_is_the_word_where_it_is_not_quoted(string written, string? meant) =>
        Assert.Equal(meant ?? "(not written)", $"{Made($"template: partner-access\nwith: {{ who: anyMember, lasting: 1 day }}\ndescription: {written}").Description}");

    [Fact]
    public void What_makes_a_policy_automatic_replaces_its_templates_requestors()
    {
        var result = Loading.Text($"{Template}\n---\n{Loading.PolicyYaml("template: partner-access\nwith: { who: anyMember, lasting: 1 day }\nautomatic: x")}");

        Assert.DoesNotContain(result.Diagnostics, d => d.Code == "RCN056");
        Assert.False(Assert.IsType<AssignmentPolicy>(result.Declared.Find(Policy)?.Entity).Requestors.IsWritten);
    }

    [Theory]
    [InlineData("template: partner-acces", "15:15 RCN082 There is no template `partner-acces`; did you mean `partner-access`?")]
    [InlineData("template:", "15:14 RCN042 There is no value for `template`.")]
    [InlineData("template: [ x ]", "15:15 RCN044 Here stands a list, where the name of a template is expected.")]
    [InlineData("template: partner-access\nwith: { who: anyMember }", "16:5 RCN084 The parameter `lasting` of the template `partner-access` (at policies/a.yaml:2:7) has no value here.")]
    [InlineData("template: partner-access\nwith: { who: anyMember, lasting: 1 day, lastin: 1 day }", "16:45 RCN085 The template `partner-access` has no parameter `lastin`; did you mean `lasting`?")]
    [InlineData("template: partner-access\nwith: { who: anyMember, lasting: 1 day, who: nobody }", "16:45 RCN025 The key `who` stands here a second time; the first is at policies/a.yaml:16:13.")]
    [InlineData("template: partner-access\nwith: { who: anyMember, lasting: }", "16:38 RCN042 There is no value for the parameter `lasting`.")]
    [InlineData("template: partner-access\nwith: [ x ]", "16:11 RCN044 Here stands a list, where a mapping of parameters to values is expected.")]
    [InlineData("template: partner-access\nwith:", "16:10 RCN042 There is no value for `with`.")]
    [InlineData("with: { who: x }", "15:5 RCN087 `with` gives values to a template's parameters, and no `template` stands here.")]
    [InlineData("approval: unmanaged", "15:15 RCN089 `approval: unmanaged` gives back what a template sets, and there is no template here.")]
    [InlineData("template: partner-access\nensure: absent", "15:5 RCN075 The key `template` can't stand beside `ensure: absent`.")]
    [InlineData(
        "template: partner-access\nwith: { who: anyMember, lasting: 1 dya }",
        "16:38 RCN049 `1 dya` is not a length of time. (in `$(param.lasting)`, used at policies/a.yaml:5:16 and elsewhere)")]
    [InlineData(
        "template: partner-access\nwith: { who: [ { grup: A } ], lasting: 1 day }",
        "16:22 RCN040 Unknown key `grup`; did you mean `group`? (in `$(param.who)`, used at policies/a.yaml:6:22)")]
    [InlineData(
        "template: partner-access\nwith: { who: anyMember, lasting: [ 1 day ] }\nexpiration: never",
        "5:22 RCN033 `$(param.lasting)` stands for a list (at policies/a.yaml:16:38), which can't be part of a text. (in the template `partner-access`, for the assignment policy `C / P / Q`)")]
    [InlineData("template: partner-access\nwith: { who: $(var.x), lasting: 1 day }", "16:18 RCN031 The variable `x` is not defined.")]
    [InlineData("template: $(var.x)", "15:15 RCN031 The variable `x` is not defined.")]
    public void What_is_wrong_where_one_is_used(string keys, string expected) => Assert.Equal([expected], Loading.Text($"{Template}\n---\n{Loading.PolicyYaml(keys)}").Told());

    [Fact]
    public void A_key_that_is_nearly_template_is_told_so() =>
        Assert.Equal(["6:5 RCN040 Unknown key `templat`; did you mean `template`?"], Loading.Text(Loading.PolicyYaml("templat: x")).Told());

    [Fact]
    public void Where_there_is_no_such_template_unmanaged_is_not_told_as_well() =>
        Assert.Equal(
            ["7:15 RCN082 There is no template `t`."],
            Loading.Text("kind: AccessPackage\nname: P\ncatalog: C\npolicies:\n  - name: unmanaged\n    approval: unmanaged\n    template: t\n").Told());

    [Fact]
    public void Where_a_template_does_not_set_a_key_there_is_nothing_to_give_back() =>
        Assert.Equal(
            ["10:15 RCN016 `approval: unmanaged` gives back nothing: the template `t` (at policies/a.yaml:2:7) does not set `approval`."],
            Loading.Text("kind: AssignmentPolicyTemplate\nname: t\npolicy: { expiration: never }\n---\n" + Loading.PolicyYaml("approval: unmanaged\ntemplate: t")).Told());

    [Theory]
    [InlineData("parameters: [ a ]\npolicy: { approval: none }", "3:15 RCN086 The parameter `a` is used nowhere in the template's policy.")]
    [InlineData("parameters: [ a, A ]\npolicy: { approval: $(param.a) }", "3:18 RCN053 This parameter stands here a second time; the first is at policies/a.yaml:3:15.")]
    [InlineData("parameters: [ a b ]\npolicy: { approval: none }", "3:15 RCN038 `a b` can't be the name of a parameter.")]
    [InlineData("parameters: [ who ]\npolicy: { requestors: { who: $(param.who) }, approval: $(param.ho) }", "4:56 RCN037 The template `t` has no parameter `ho`; did you mean `who`?")]
    [InlineData("policy: { name: x, approval: none }", "3:11 RCN088 The key `name` can't stand in a template.")]
    [InlineData("policy: { template: x, approval: none }", "3:11 RCN088 The key `template` can't stand in a template.")]
    [InlineData("policy: { only: [ dev ], approval: none }", "3:11 RCN088 The key `only` can't stand in a template.")]
    [InlineData("policy: { aproval: none }", "3:11 RCN040 Unknown key `aproval`; did you mean `approval`?")]
    [InlineData("policy: { approval: nome }", "3:21 RCN045 Unknown word `nome`; did you mean `none`?")]
    [InlineData("policy: { approval: unmanaged }", "3:21 RCN089 `approval: unmanaged` gives back what a template sets, and there is no template here.")]
    [InlineData("policy:", "3:8 RCN042 There is no value for `policy`.")]
    [InlineData("policy: [ x ]", "3:9 RCN044 Here stands a list, where a mapping of settings is expected.")]
    [InlineData("parameters: []", "1:1 RCN043 The key `policy` is missing in this assignment policy template.")]
    [InlineData("polcy: {}", "3:1 RCN040 Unknown key `polcy`; did you mean `policy`?")]
    [InlineData("policy: { approval: $(var.x) }", "3:21 RCN031 The variable `x` is not defined.")]
    public void What_is_wrong_in_one_is_told_once_however_many_use_it(string keys, string expected)
    {
        var yaml = $"kind: AssignmentPolicyTemplate\nname: t\n{keys}\n";

        Assert.Equal([expected], Loading.Text(yaml).Told());
        if (keys.StartsWith("policy: {", StringComparison.Ordinal))
        {
            Assert.Equal([expected], Loading.Text($"{yaml}---\n{Loading.PolicyYaml("template: t")}---\n{Loading.PolicyYaml("template: t").Replace("name: P", "name: R", StringComparison.Ordinal)}").Told());
        }
    }

    [Fact]
    public void What_a_parameter_makes_wrong_in_it_names_the_policy() =>
        Assert.Equal(
            ["4:32 RCN049 The text `1 dya` is not a length of time. (`$(param.n)` is written at policies/a.yaml:12:16; in the template `t`, for the assignment policy `C / P / Q`)"],
            Loading.Text("kind: AssignmentPolicyTemplate\nname: t\nparameters: [ n ]\npolicy: { expiration: { after: 1 $(param.n) } }\n---\n" + Loading.PolicyYaml("template: t\nwith: { n: dya }"))
                .Told());

    [Fact]
    public void Two_of_a_name_are_a_duplicate() =>
        Assert.Equal(
            ["11:7 RCN083 The template `Partner-access` is declared a second time; the first is at policies/a.yaml:2:7."],
            Loading.Text($"{Template}\n---\n{Template.Replace("name: partner", "name: Partner", StringComparison.Ordinal)}\n---\nkind: Catalog\nname: A").Told());

    [Fact]
    public void One_that_nobody_uses_is_no_error() => Assert.Empty(Loading.Text($"{Template}\n---\nkind: Catalog\nname: A").Told());

    [Fact]
    public void Only_assignment_policies_have_one() =>
        Assert.Equal(["12:1 RCN040 Unknown key `template`."], Loading.Text($"{Template}\n---\nkind: Catalog\nname: A\ntemplate: partner-access").Told());

    private static AssignmentPolicy Made(string keys)
    {
        var result = Loading.Text($"{Template}\n---\n{Loading.PolicyYaml(keys)}");
        Assert.Empty(result.Told());
        return Assert.IsType<AssignmentPolicy>(result.Declared.Find(Policy)?.Entity);
    }
}
