namespace Reconciler.ScenarioTests.Properties.Generating;

/// <summary>A piece of YAML that is to be written.</summary>
internal abstract record YamlNode
{
    /// <summary>Text without parts.</summary>
    /// <param name="Text">As it stands in the file, with its quotes.</param>
    /// <param name="Means">The text that it stands for, where it is one that a part of can be a variable.</param>
    public sealed record Scalar(string Text, string? Means = null) : YamlNode;

    public sealed record Map(IReadOnlyList<(string Key, YamlNode Value)> Entries) : YamlNode;

    public sealed record Seq(IReadOnlyList<YamlNode> Items) : YamlNode;

    /// <summary>On one line.</summary>
    public string Flow() => this switch
    {
        Map map => map.Entries.Count == 0 ? "{}" : $"{{ {string.Join(", ", map.Entries.Select(e => $"{e.Key}: {e.Value.Flow()}"))} }}",
        Seq seq => $"[{string.Join(", ", seq.Items.Select(item => item.Flow()))}]",
        Scalar scalar => scalar.Text,
        _ => "",
    };
}
