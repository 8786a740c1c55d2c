namespace Reconciler.Cli.Completion;

/// <summary>The shells that can complete the tool's words, and the script of each. All of them ask the tool itself, by its hidden command.</summary>
internal static class CompletionScripts
{
    /// <summary>The hidden command that a script asks. The word being typed comes first, behind a dot: some shells lose an empty argument.</summary>
    public const string Asks = "__complete";

    public static IReadOnlyDictionary<string, string> ByShell { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["bash"] = BashScript.Text,
        ["zsh"] = ZshScript.Text,
        ["fish"] = FishScript.Text,
        ["powershell"] = PowerShellScript.Text,
    };

    /// <summary>How each is made to last.</summary>
    public const string Installing =
        """
        reconciler completion bash

        To have it in every shell:
          bash         eval "$(reconciler completion bash)"          in ~/.bashrc
          zsh          eval "$(reconciler completion zsh)"           in ~/.zshrc
          fish         reconciler completion fish | source           in ~/.config/fish/config.fish
          powershell   reconciler completion powershell | Out-String | Invoke-Expression
                                                                     in the file that $PROFILE names

        It asks the program that is typed: reconciler, a path to it, or an alias of that name; in zsh the alias needs `setopt complete_aliases`.
        An alias of another name, here rec, is completed after
          bash         complete -F _reconciler rec
          zsh          compdef _reconciler rec
          fish         complete -c rec -w reconciler
        """;
}
