namespace Reconciler.Declarations.Yaml;

/// <summary>How much of a file is looked at, so that none can make a run slow.</summary>
internal static class YamlLimits
{
    /// <summary>YamlDotNet costs quadratic time on deep nesting, and nothing of the language is deeper than a dozen.</summary>
    public const int Depth = 64;

    /// <summary>Values of a file, those behind an alias counted as often as it is used.</summary>
    public const int Values = 100_000;

    /// <summary>Values that variables, parameters and templates bring into one file, counted at each use.</summary>
    public const int ExpandedValues = 200_000;

    /// <summary>How often a wrong name of one file is held against one that it may have meant.</summary>
    public const int ComparedNames = 50_000;

    public const int Bytes = 4 * 1024 * 1024;
}
