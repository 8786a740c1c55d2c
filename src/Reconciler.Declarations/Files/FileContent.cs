using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Yaml;

namespace Reconciler.Declarations.Files;

/// <summary>Reads the bytes of one file of a workspace, if it is one and not too large.</summary>
internal static class FileContent
{
    /// <summary>The bytes; null and a finding where there are none to be had.</summary>
    public static byte[]? Read(string folder, string path, Findings findings)
    {
        var file = new FileInfo(WorkspacePath.Full(folder, path));
        try
        {
            var real = file.LinkTarget is null ? file : file.ResolveLinkTarget(returnFinalTarget: true) as FileInfo ?? file;
            var problem =
                Directory.Exists(real.FullName) ? LoadDiagnostics.IsFolder(path)
                : !real.Exists ? LoadDiagnostics.DanglingLink(path)
                : !IsBelow(folder, real.FullName) ? LoadDiagnostics.LinkLeavesFolder(path)
                : real.Length > YamlLimits.Bytes ? LoadDiagnostics.TooLarge(path, real.Length, YamlLimits.Bytes)
                : null;
            if (problem is not null)
            {
                findings.Add(problem);
                return null;
            }

            // A pipe or a device says it has no bytes; to open one could wait for ever.
            return real.Length == 0 ? [] : Bytes(real, path, findings);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            findings.Add(LoadDiagnostics.Unreadable(
                path, refused is UnauthorizedAccessException ? "access is denied." : "the system does not hand it out.", isEndlessLink: file.LinkTarget is not null && refused is IOException));
            return null;
        }
    }

    /// <summary>The bytes as text; null where there are none, and, with a finding, where they are no text or too many.</summary>
    public static string? Text(string path, byte[]? content, Findings findings)
    {
        if (content is { Length: > YamlLimits.Bytes })
        {
            findings.Add(LoadDiagnostics.TooLarge(path, content.Length, YamlLimits.Bytes));
            return null;
        }

        return content is null ? null : Utf8Text.Decode(path, content, findings);
    }

    private static bool IsBelow(string folder, string path) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);

    // It can grow between being measured and being read: one byte over the limit is asked for, and no more.
    private static byte[]? Bytes(FileInfo file, string path, Findings findings)
    {
        using var stream = file.OpenRead();
        var buffer = new byte[(int)Math.Min(file.Length, YamlLimits.Bytes) + 1];
        var read = stream.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
        if (read <= YamlLimits.Bytes)
        {
            return buffer[..read];
        }

        findings.Add(LoadDiagnostics.TooLarge(path, read, YamlLimits.Bytes));
        return null;
    }
}
