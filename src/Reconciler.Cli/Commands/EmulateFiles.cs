using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Reconciler.Emulator;
using Reconciler.Emulator.Serving;

namespace Reconciler.Cli.Commands;

/// <summary>Reads the JSON files that <c>emulate</c> takes.</summary>
internal static class EmulateFiles
{
    // People write these files by hand.
    private static readonly JsonDocumentOptions Lenient = new() { AllowDuplicateProperties = false, AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip };

    /// <summary>Who else may sign in.</summary>
    /// <exception cref="EmulateFileException">It can't be read, or says something else.</exception>
    public static ImmutableArray<ServerClient> Clients(string? path)
    {
        if (path is null)
        {
            return [];
        }

        var root = Read(path);
        Only(path, root, "it", "clients");
        if (root["clients"] is not JsonArray listed)
        {
            throw new EmulateFileException(path, "it needs a list of \"clients\".");
        }

        return [.. listed.Select((client, index) => Client(path, client as JsonObject ?? [], $"client {index + 1}"))];
    }

    /// <summary>How the tenant behaves to begin with, and what goes wrong with particular requests.</summary>
    /// <exception cref="EmulateFileException">It can't be read, or says something else.</exception>
    public static FaultsFile Faults(string? path)
    {
        try
        {
            return path is null ? new FaultsFile(new Behaviour(), null) : FaultsFile.Read(Read(path), new Behaviour());
        }
        catch (BehaviourException wrong)
        {
            throw new EmulateFileException(path ?? "", wrong.Message);
        }
    }

    /// <summary>A file that is to be read is there.</summary>
    /// <exception cref="EmulateFileException">It is not.</exception>
    public static void Demand(string? path)
    {
        if (path is not null && !File.Exists(path))
        {
            throw new EmulateFileException(path, Directory.Exists(path) ? "it is a folder." : "it is not there.");
        }
    }

    /// <summary>A file that is to be written can be there.</summary>
    /// <exception cref="EmulateFileException">It cannot.</exception>
    public static void DemandFolder(string? path)
    {
        if (path is not null && (Directory.Exists(path) || !Directory.Exists(Path.GetDirectoryName(path))))
        {
            throw new EmulateFileException(path, Directory.Exists(path) ? "it is a folder." : "its folder is not there.");
        }
    }

    private static ServerClient Client(string path, JsonObject client, string which)
    {
        Only(path, client, which, "id", "secret", "grants");
        var grants = client["grants"] is JsonArray listed && listed.All(IsText)
            ? listed
            : throw new EmulateFileException(path, $"{which} needs a list of \"grants\", such as \"EntitlementManagement.Read.All\".");
        return new(Text("id"), Text("secret"), [.. grants.Select(grant => (string?)grant ?? "")]);

        string Text(string name) => IsText(client[name]) && (string?)client[name] is { Length: > 0 } text
            ? text
            : throw new EmulateFileException(path, $"{which} needs \"{name}\", a text in quotes.");
    }

    private static bool IsText(JsonNode? value) => value?.GetValueKind() is JsonValueKind.String;

    private static void Only(string path, JsonObject value, string which, params string[] known)
    {
        if (value.Select(member => member.Key).FirstOrDefault(name => !known.Contains(name)) is { } unknown)
        {
            throw new EmulateFileException(path, $"{which} has a \"{unknown}\"; there is {string.Join(", ", known)}.");
        }
    }

    private static JsonObject Read(string path)
    {
        Demand(path);
        try
        {
            var text = File.ReadAllText(path);

            // Looked for first: to see whether a key stands twice, all of them have to be read.
            using var unread = JsonDocument.Parse(text, Lenient with { AllowDuplicateProperties = true });
            return LoneSurrogates.FirstIn(unread.RootElement) is { } place
                ? throw new EmulateFileException(path, $"{place} holds half of a surrogate pair, which is no character.")
                : JsonNode.Parse(text, documentOptions: Lenient) as JsonObject ?? throw new EmulateFileException(path, "it is no JSON object.");
        }
        catch (JsonException broken)
        {
            throw new EmulateFileException(path, BrokenJson.Why(broken));
        }
        catch (Exception trouble) when (trouble is IOException or UnauthorizedAccessException)
        {
            throw new EmulateFileException(path, trouble.Message);
        }
    }
}
