using Reconciler.Entitlements;

namespace Reconciler.Declarations.Messages;

/// <summary>What loading can find, a code each. Codes are never reused. Here: what is about whole files, RCN001 to RCN017.</summary>
internal static partial class LoadDiagnostics
{
    public static Diagnostic NoFolder(string folder, string? nearest) =>
        new("RCN001", Severity.Error, null, $"There is no folder {Quote.Of(folder)}{Quote.DidYouMean(nearest)}", "Name an existing folder; `reconciler init` makes a first workspace.");

    public static Diagnostic NoWorkspaceFile(string folder) =>
        new("RCN002", Severity.Error, null, $"The folder {Quote.Of(folder)} has no `reconciler.yaml`.",
            "Run `reconciler init` to make one, or name the folder that holds it.");

    public static Diagnostic Unreadable(string file, string why, bool isEndlessLink = false) =>
        new("RCN003", Severity.Error, Start(file), $"{Quote.Of(file)} can't be read: {(isEndlessLink ? "it is a link, and following it never ends." : why)}",
            isEndlessLink ? "Put the file itself there, or delete the link." : "Give this user the right to read it, or take it out of the workspace.");

    public static Diagnostic IsFolder(string file) =>
        new("RCN004", Severity.Error, Start(file), $"{Quote.Of(file)} is a folder, where a file is expected.", "Rename the folder, or narrow `files:` in reconciler.yaml.");

    public static Diagnostic DanglingLink(string file) =>
        new("RCN005", Severity.Error, Start(file), $"{Quote.Of(file)} is a link that leads nowhere.", "Restore what it points to, or delete the link.");

    public static Diagnostic TooLarge(string file, long bytes, long most) =>
        new("RCN006", Severity.Error, Start(file), $"{Quote.Of(file)} has {bytes:N0} bytes; at most {most:N0} are read.", "Split it into several policy files.");

    public static Diagnostic NotUtf8(SourceSpan where, string why) =>
        new("RCN007", Severity.Error, where, $"{Quote.Of(where.File)} is not UTF-8: {why}.", "Save it again, as UTF-8: editors offer that as the file's encoding.");

    private const string NothingDeclaredCode = "RCN008";

    private const string MatchesNothingCode = "RCN009";

    public static Diagnostic NothingDeclared(SourceSpan where, int files, IEnumerable<string> patterns) =>
        new(NothingDeclaredCode, Severity.Error, where,
            files == 0 ? $"Nothing is declared in this workspace: no file matches {Quote.AnyOf(patterns)}." : $"Nothing is declared in this workspace: {(files == 1 ? "its one policy file holds" : $"its {files:N0} policy files hold")} no declaration.",
            "Write one, `kind: Catalog` and its name, say, into a file such as policies/general.yaml.");

    public static Diagnostic PatternMatchesNothing(SourceSpan where, string pattern) =>
        new(MatchesNothingCode, Severity.Warning, where, $"The pattern {Quote.Of(pattern)} matches no file.", "Correct it or take it out.");

    public static Diagnostic FolderLink(string path) =>
        new("RCN010", Severity.Error, Start(path), $"{Quote.Of(path)} is a link to a folder, and such links are not followed.",
            "Put the files themselves there, or narrow `files:` in reconciler.yaml.");

    public static Diagnostic LinkLeavesFolder(string file) =>
        new("RCN011", Severity.Error, Start(file), $"{Quote.Of(file)} is a link to a file outside of the workspace.", "Put the file itself there.");

    public static Diagnostic More(SourceSpan? where, int count) =>
        new("RCN012", Severity.Error, where, $"{count:N0} more findings in this file are not shown.", "Mend those above first.");

    public static Diagnostic FileForFolder(string path) =>
        new("RCN013", Severity.Error, null, $"{Quote.Of(path)} is a file, where a workspace's folder is expected.", "Name the folder that holds reconciler.yaml.");

    public static Diagnostic EmptyFile(string file) =>
        new("RCN014", Severity.Error, Start(file), $"{Quote.Of(file)} is empty, or no plain file.",
            "What was declared in it before would be deleted: restore it; or delete the file, or leave a comment in it, if that is meant.");

    public static Diagnostic CharacterRefused(SourceSpan where, char character, bool endsLines) =>
        new("RCN019", Severity.Error, where,
            $"Here stands the character U+{(int)character:X4}, {(endsLines ? "which ends a line for some programs and not for others" : "which nobody can see and YAML does not allow")}.",
            $"Take it out{(endsLines ? ", or end the line as the others end" : "")}; in a text in double quotes it can be written as {Quote.Of($"\\u{(int)character:X4}")}.");

    public static Diagnostic UnreadableName(string folder) =>
        new("RCN015", Severity.Error, Start(folder), $"A file in {Quote.Of(folder)} has a name that is not UTF-8.", "Rename it.");

    /// <summary>Whether a finding says that nothing is declared yet, and nothing else is wrong with it.</summary>
    public static bool IsEmptiness(Diagnostic finding) => finding.Code is NothingDeclaredCode or MatchesNothingCode;

    private static SourceSpan Start(string file) => new(file, 1, 1);
}
