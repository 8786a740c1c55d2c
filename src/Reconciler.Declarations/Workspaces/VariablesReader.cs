using Reconciler.Declarations.Expanding;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Workspaces;

/// <summary>Reads the variables of a tenant: any YAML, taken as it stands. One variable can't refer to another, so that none has no end.</summary>
internal sealed class VariablesReader(Findings findings)
{
    public Variables Read(string tenant, YamlNode? node)
    {
        var byName = new Dictionary<string, Substitute>(StringComparer.Ordinal);
        if (node is not (null or YamlNode.Mapping))
        {
            findings.Add(node.IsNothing
                ? LoadDiagnostics.EmptyValue(node.Where, Quote.Of(TenantFields.Variables), WriteValue.OrTakeOut)
                : LoadDiagnostics.WrongType(node, "a mapping of names to values"));
        }

        foreach (var entry in node is YamlNode.Mapping mapping ? mapping.Entries : [])
        {
            var name = entry.Key.Text;
            if (!TextParts.IsName(name))
            {
                findings.Add(LoadDiagnostics.NameRefused(entry.Key.Where, "variable", name));
                continue;
            }

            if (entry.Value.IsNothing)
            {
                findings.Add(LoadDiagnostics.EmptyValue(entry.Value.Where, $"the variable {Quote.Of(name)}", WriteValue.OrTakeOut));
            }

            byName.Add(name, new Substitute(Variables.Reference(name), Literal(entry.Value)));
        }

        return new Variables(tenant, byName);
    }

    private YamlNode Literal(YamlNode node) => node switch
    {
        YamlNode.Sequence sequence => sequence with { Items = [.. sequence.Items.Select(Literal)] },
        YamlNode.Mapping mapping => mapping with { Entries = [.. mapping.Entries.Select(entry => entry with { Value = Literal(entry.Value) })] },
        YamlNode.Scalar scalar when TextParts.AreIn(scalar.Text) => Literal(scalar),
        _ => node,
    };

    private YamlNode.Scalar Literal(YamlNode.Scalar scalar)
    {
        var parts = TextParts.Of(scalar.Text);
        if (parts is [TextPart.Words words])
        {
            return scalar with { Text = words.Text };
        }

        findings.Add(LoadDiagnostics.VariableInVariable(scalar.Where, $"{parts.First(part => part is not TextPart.Words)}"));
        return scalar;
    }
}
