using System.Collections.Immutable;
using Reconciler.Declarations.Files;
using Reconciler.Declarations.Messages;
using Reconciler.Declarations.Reading;
using Reconciler.Declarations.Yaml;
using Reconciler.Entitlements;

namespace Reconciler.Declarations;

/// <summary>Reads the first directory of an embedded tenant. What it means is the emulator's to say; here it only has to be sound YAML.</summary>
public static class SeedReader
{
    /// <summary>Reads the seed at a path relative to the workspace.</summary>
    /// <param name="where">Where the path is written.</param>
    public static SeedResult Read(string folder, string relativePath, SourceSpan? where = null)
    {
        var findings = new Findings();
        var full = Path.GetFullPath(folder);
        if (!WorkspacePath.IsInside(relativePath))
        {
            findings.Add(LoadDiagnostics.PathLeavesFolder(where, relativePath));
        }
        else if (!Path.Exists(WorkspacePath.Full(full, relativePath)))
        {
            findings.Add(LoadDiagnostics.NoSeed(where, relativePath, WorkspacePath.Nearest(WorkspacePath.Full(full, relativePath))));
        }
        else if (FileContent.Read(full, relativePath, findings) is { } content)
        {
            return Read(relativePath, content, findings);
        }

        return new SeedResult { Diagnostics = findings.InOrder() };
    }

    private static SeedResult Read(string path, byte[] content, Findings findings)
    {
        if (Utf8Text.Decode(path, content, findings) is not { } text)
        {
            return new SeedResult { Diagnostics = findings.InOrder() };
        }

        var texts = ImmutableDictionary<string, string>.Empty.Add(path, text);
        var documents = YamlReader.Read(path, text, findings);
        if (documents is not [YamlNode.Mapping] && !findings.AnyErrors)
        {
            findings.Add(LoadDiagnostics.SeedIsOneMapping(documents.IsEmpty ? new SourceSpan(path, 1, 1) : documents[^1].Where));
        }

        var reader = new SeedJson(findings);
        var seed = documents is [YamlNode.Mapping mapping] ? reader.Of(mapping) : null;
        return new SeedResult
        {
            Seed = findings.AnyErrors ? null : seed,
            Places = reader.Places,
            Diagnostics = findings.InOrder(),
            Texts = texts,
        };
    }
}
