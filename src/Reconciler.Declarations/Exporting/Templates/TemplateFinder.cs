using System.Collections.Immutable;
using Reconciler.Declarations.Writing;
using Reconciler.Entitlements;
using Reconciler.Entitlements.Fields;

namespace Reconciler.Declarations.Exporting.Templates;

/// <summary>Finds assignment policies that are equal but for principals and times, and writes what they have in common once.</summary>
/// <param name="taken">Names of templates that the workspace has already.</param>
internal sealed class TemplateFinder(IEnumerable<string> taken)
{
    private const int Fewest = 2;

    private static readonly HashSet<string> HeaderKeys = Language.Of(EntityKind.AssignmentPolicy).Header.Select(field => field.Key).ToHashSet(StringComparer.Ordinal);

    private readonly FileNames _names = new(taken);
    private readonly List<YamlPart.Mapping> _templates = [];

    /// <summary>The templates, in the order of their names.</summary>
    public IReadOnlyList<YamlPart.Mapping> Templates => [.. _templates.OrderBy(NameOf, StringComparer.Ordinal)];

    /// <summary>What takes the place of each policy that uses one.</summary>
    public Dictionary<YamlPart, YamlPart> Find(IEnumerable<YamlPart.Mapping> policies)
    {
        var replaced = new Dictionary<YamlPart, YamlPart>(ReferenceEqualityComparer.Instance);
        var alike = policies.Select(written => (Written: written, Policy: new PolicyPart(written, HeaderKeys.Contains))).GroupBy(one => one.Policy.Skeleton).ToList();
        foreach (var same in alike.Where(same => same.Count() >= Fewest))
        {
            var all = same.Select(one => one.Policy).ToList();
            var parameters = ParameterNames.Of(all[0].Values.Keys.Where(path => all.Select(policy => YamlPrinter.InLine(policy.Values[path])).Distinct().Skip(1).Any()));
            var name = _names.Free("", all.GroupBy(policy => policy.Name).OrderByDescending(named => named.Count()).ThenBy(named => named.Key, StringComparer.Ordinal).First().Key, "policy", "");
            _templates.Add(Template(name, all[0], parameters));
            foreach (var (written, policy) in same)
            {
                replaced[written] = policy.With(name, parameters);
            }
        }

        return replaced;
    }

    private static YamlPart.Mapping Template(string name, PolicyPart one, IReadOnlyList<(string Parameter, string Path)> parameters)
    {
        var names = parameters.ToDictionary(parameter => parameter.Path, parameter => parameter.Parameter);
        var settings = (YamlPart.Mapping)Holes.Fill(
            new YamlPart.Mapping(one.Settings) { IsOpen = true }, path => names.TryGetValue(path, out var parameter) ? new YamlPart.Word($"$(param.{parameter})") : null);
        return new YamlPart.Mapping(
        [
            new YamlLine("kind", new YamlPart.Word(Language.Documents.First(table => table.Settings is not null).Keyword)),
            new YamlLine("name", ValueWriter.Text(name)),
            .. parameters.Count == 0 ? [] : ImmutableArray.Create(new YamlLine("parameters", new YamlPart.Sequence([.. parameters.Select(parameter => new YamlPart.Word(parameter.Parameter))]))),
            new YamlLine("policy", settings),
        ])
        {
            IsOpen = true,
        };
    }

    private static string NameOf(YamlPart.Mapping template) => template.Lines.FirstOrDefault(line => line.Key == "name").Value is YamlPart.Text { Value: var name } ? name : "";
}
