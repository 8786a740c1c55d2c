using System.Globalization;
using System.Text;

namespace Reconciler.Declarations.Exporting;

/// <summary>Gives names to files and folders that every file system takes: small letters, digits and hyphens, no two of a folder alike.</summary>
internal sealed class FileNames(IEnumerable<string> taken)
{
    private const int Longest = 60;

    // Windows takes these for devices, whatever stands behind the dot.
    private static readonly HashSet<string> Devices = new(
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })], StringComparer.Ordinal);

    private readonly HashSet<string> _taken = new(taken, StringComparer.OrdinalIgnoreCase);

    /// <summary>A path that is free: a folder's if there is no extension.</summary>
    /// <param name="folder">Where it is, with a slash at its end; empty for the workspace itself.</param>
    /// <param name="noun">What it is called where nothing of the name can stand in a path.</param>
    public string Free(string folder, string name, string noun, string extension)
    {
        var stem = Stem(name) is { Length: > 0 } safe ? safe : noun;
        stem = Devices.Contains(stem) ? $"{stem}-{noun}" : stem;
        for (var (n, path) = (2, $"{folder}{stem}{extension}"); ; path = string.Create(CultureInfo.InvariantCulture, $"{folder}{stem}-{n++}{extension}"))
        {
            if (_taken.Add(path))
            {
                return path;
            }
        }
    }

    private static string Stem(string name)
    {
        var stem = new StringBuilder();
        foreach (var c in Decomposed(name))
        {
            if (char.IsAsciiLetterOrDigit(c))
            {
                stem.Append(char.ToLowerInvariant(c));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && stem.Length > 0 && stem[^1] != '-')
            {
                stem.Append('-');
            }
        }

        return stem.ToString(0, Math.Min(stem.Length, Longest)).Trim('-');
    }

    private static string Decomposed(string name)
    {
        try
        {
            return name.Normalize(NormalizationForm.FormKD);
        }
        catch (ArgumentException)
        {
            return name;
        }
    }
}
