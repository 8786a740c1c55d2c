namespace Reconciler.Cli.Output;

/// <summary>Where the result goes: a format for the terminal, and files whose extension tells theirs.</summary>
internal sealed record OutputArguments(OutputFormat Format, IReadOnlyList<string> Files)
{
    public static OutputFormat? FormatOf(string path) => Path.GetExtension(path).ToLowerInvariant() switch
    {
        ".json" => OutputFormat.Json,
        ".md" => OutputFormat.Markdown,
        ".txt" => OutputFormat.Text,
        _ => null,
    };
}

/// <summary>The forms a result can have.</summary>
internal enum OutputFormat
{
    Text,
    Json,
    Markdown,
}
