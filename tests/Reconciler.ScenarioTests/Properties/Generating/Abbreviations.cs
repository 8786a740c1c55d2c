using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>Says by variables and templates what documents say in full; what is declared stays the same.</summary>
internal sealed class Abbreviations(int style, YamlWriter writer)
{
    private readonly Random _style = new(style);
    private readonly List<(string Name, YamlNode Value)> _variables = [];
    private readonly List<YamlNode.Map> _templates = [];

    /// <summary>The variables of the tenant, as <c>reconciler.yaml</c> has them.</summary>
    public YamlNode.Map Variables => new([.. _variables]);

    public IReadOnlyList<YamlNode.Map> Templates => _templates;

    public YamlNode.Map Document(YamlNode.Map document) => new([.. document.Entries.Select(entry => (entry.Key, Entry(entry.Key, entry.Value)))]);

    private YamlNode Entry(string key, YamlNode value) => key switch
    {
        "kind" or "only" => value,
        "policies" when value is YamlNode.Seq list => new YamlNode.Seq([.. list.Items.Select(item => Document(Policy((YamlNode.Map)item)))]),
        "assignments" or "extensions" when value is YamlNode.Seq list => new YamlNode.Seq([.. list.Items.Select(item => Document((YamlNode.Map)item))]),
        _ => Value(value, mayBe: key is not ("name" or "user" or "template")),
    };

    /// <summary>The value, or in its place, or somewhere within it, a variable that stands for it.</summary>
    private YamlNode Value(YamlNode node, bool mayBe)
    {
        if (mayBe && _style.Next(24) == 0)
        {
            return new YamlNode.Scalar(Named(node));
        }

        return node switch
        {
            YamlNode.Map map => new YamlNode.Map([.. map.Entries.Select(entry => (entry.Key, Value(entry.Value, mayBe: true)))]),
            YamlNode.Seq seq => new YamlNode.Seq([.. seq.Items.Select(item => Value(item, mayBe: true))]),
            YamlNode.Scalar { Means: { Length: > 3 } text } when _style.Next(24) == 0 && !text.Contains('$', StringComparison.Ordinal) && !text.Any(char.IsSurrogate) => Within(text),
            _ => node,
        };
    }

    private YamlNode.Scalar Within(string text)
    {
        var variable = Named(new YamlNode.Scalar(writer.Quoted(text[1..^1])));
        return new YamlNode.Scalar(writer.Quoted($"{text[0]}\u0001{text[^1]}").Replace("\\u0001", variable, StringComparison.Ordinal));
    }

    private string Named(YamlNode node)
    {
        _variables.Add(($"v{_variables.Count}", node));
        return $"$(var.v{_variables.Count - 1})";
    }

    /// <summary>The policy with some of its settings in a template: as they are, or as parameters that it gives.</summary>
    private YamlNode.Map Policy(YamlNode.Map policy)
    {
        var settings = Language.Of(EntityKind.AssignmentPolicy).Settings.Select(field => field.Key).ToHashSet();
        var (own, moved) = (new List<(string, YamlNode)>(), new List<(string Key, YamlNode Value)>());
        var isUsed = _style.Next(3) == 0 && !policy.Entries.Any(entry => entry.Key is "ensure" or "only");
        foreach (var entry in policy.Entries)
        {
            if (isUsed && settings.Contains(entry.Key) && _style.Next(3) > 0)
            {
                moved.Add(entry);
            }
            else
            {
                own.Add(entry);
            }
        }

        return moved.Count == 0 ? policy : Using(own, moved);
    }

    private YamlNode.Map Using(List<(string Key, YamlNode Value)> own, List<(string Key, YamlNode Value)> moved)
    {
        List<(string Key, YamlNode Value)> given = [], set = [];
        foreach (var (key, value) in moved)
        {
            if (_style.Next(2) == 0)
            {
                set.Add((key, new YamlNode.Scalar($"$(param.p{given.Count})")));
                given.Add(($"p{given.Count}", value));
            }
            else
            {
                set.Add((key, value));
            }
        }

        // What the template says too, and the policy says otherwise or gives back.
        if (!own.Exists(entry => entry.Key == "description") && !set.Exists(entry => entry.Key == "description") && _style.Next(3) == 0)
        {
            set.Add(("description", new YamlNode.Scalar("Of the template")));
            own.Add(("description", new YamlNode.Scalar(TemplateYaml.GiveBack)));
        }
        else if (own.Exists(entry => entry.Key == "notifications") && _style.Next(2) == 0)
        {
            set.Add(("notifications", new YamlNode.Scalar("true")));
        }

        var name = $"template {_templates.Count}";
        List<(string, YamlNode)> template = [("kind", new YamlNode.Scalar("AssignmentPolicyTemplate")), ("name", new YamlNode.Scalar(name))];
        if (given.Count > 0)
        {
            template.Add(("parameters", new YamlNode.Seq([.. given.Select(one => new YamlNode.Scalar(one.Key))])));
        }

        template.Add(("policy", new YamlNode.Map(set)));
        _templates.Add(new YamlNode.Map(template));
        own.Add(("template", new YamlNode.Scalar(name)));
        if (given.Count > 0)
        {
            own.Add(("with", new YamlNode.Map(given)));
        }

        return new YamlNode.Map(own);
    }
}
