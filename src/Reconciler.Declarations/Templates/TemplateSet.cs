using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations.Templates;

/// <summary>The templates of a workspace by name, for one tenant.</summary>
internal sealed class TemplateSet(Findings findings)
{
    private readonly Dictionary<string, Template> _byName = new(NameComparer.Instance);
    private readonly HashSet<string> _elsewhere = new(NameComparer.Instance);

    /// <summary>Every name that is taken, be it for other tenants.</summary>
    public IEnumerable<string> Names => _byName.Keys.Concat(_elsewhere).Order(NameComparer.Instance);

    public void Add(Template template)
    {
        if (!_byName.TryAdd(template.Name, template))
        {
            findings.Add(LoadDiagnostics.TemplateTwice(template.Where, template.Name, _byName[template.Name].Where));
        }
    }

    /// <summary>Notes a name that is a template's for other tenants alone.</summary>
    public void AddElsewhere(string name) => _elsewhere.Add(name);

    /// <summary>The template that a policy names; null and a finding where there is none.</summary>
    public Template? Find(YamlNode.Scalar name, ExpansionBudget budget, Findings own)
    {
        if (!_byName.TryGetValue(name.Text, out var template))
        {
            own.Add(LoadDiagnostics.UnknownTemplate(name.Where, name.Text, budget.ToCompare(_byName.Keys), _elsewhere.Contains(name.Text)));
        }

        return template;
    }
}
