using System.Collections.Immutable;
using Reconciler.Declarations.Writing;

namespace Reconciler.Declarations.Exporting.Templates;

/// <summary>An assignment policy as it will be written: what is its own, and what it may have in common with others.</summary>
internal sealed class PolicyPart
{
    private const string Description = "description";

    private readonly ImmutableArray<YamlLine> _own;

    /// <summary>Takes a policy apart.</summary>
    /// <param name="isHeader">Whether a key says which policy it is, rather than how it is set.</param>
    public PolicyPart(YamlPart.Mapping written, Func<string, bool> isHeader)
    {
        _own = [.. written.Lines.Where(line => IsOwn(line, isHeader))];
        Settings = [.. written.Lines.Where(line => !IsOwn(line, isHeader))];
        Name = written.Lines.FirstOrDefault(line => line.Key == "name").Value is YamlPart.Text { Value: var name } ? name : "";
        Holes.In(new YamlPart.Mapping(Settings), Values);
        Skeleton = YamlPrinter.InLine(Holes.Fill(new YamlPart.Mapping(Settings), path => new YamlPart.Word($"\u0001{path}\u0001")));
    }

    public string Name { get; }

    public ImmutableArray<YamlLine> Settings { get; }

    /// <summary>What it has where a template may put a parameter, by path.</summary>
    public Dictionary<string, YamlPart> Values { get; } = new(StringComparer.Ordinal);

    /// <summary>Its settings without principals and times: what has the same can share a template.</summary>
    public string Skeleton { get; }

    /// <summary>The policy with a template in the place of its settings.</summary>
    public YamlPart.Mapping With(string template, IEnumerable<(string Parameter, string Path)> parameters)
    {
        YamlLine[] with = [.. parameters.Select(parameter => new YamlLine(parameter.Parameter, Values[parameter.Path]))];
        return new YamlPart.Mapping(
        [
            .. _own.Where(line => line.Value is not null && line.Key != Description),
            new YamlLine("template", ValueWriter.Text(template)),
            .. with.Length == 0 ? Array.Empty<YamlLine>() : [new YamlLine("with", new YamlPart.Mapping([.. with]))],
            .. _own.Where(line => line.Value is null || line.Key == Description),
        ])
        {
            IsOpen = true,
        };
    }

    private static bool IsOwn(YamlLine line, Func<string, bool> isHeader) => line.Value is null || line.Key == Description || isHeader(line.Key);
}
