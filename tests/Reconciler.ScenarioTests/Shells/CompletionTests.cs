namespace Reconciler.ScenarioTests.Shells;

/// <summary>The completion scripts in the shells themselves: each is loaded as its user would load it, and asked.</summary>
public sealed class CompletionTests : IDisposable
{
    private static readonly (string Typed, string[] Completed)[] Expected =
    [
        ("reconciler pl", ["plan"]),
        ("reconciler plan --for", ["--format"]),
        ("reconciler plan --format ", ["json", "markdown", "text"]),
        ("reconciler plan --format m", ["markdown"]),
        ("reconciler plan --tenant ", ["dev", "prod"]),
        ("reconciler plan elsewhere --tenant ", ["there"]),
        ("reconciler --log-level inf", ["information"]),
        ("reconciler validate pol", ["policies"]),
        ("reconciler plan --out reconciler.y", ["reconciler.yaml"]),
        ("reconciler completion z", ["zsh"]),
        ("./bin/reconciler ini", ["init"]),
    ];

    private readonly ShellSession _session = new();

    public void Dispose() => _session.Dispose();

    [FactInShell("bash")]
    public async Task Bash_completes_as_expected()
    {
        // What readline does: it takes the line apart, and calls what is registered for the name of the program.
        var script = _session.Put("complete.bash", """
            eval "$(reconciler completion bash)"
            eval "COMP_WORDS=($1)"
            case $1 in *' ') COMP_WORDS+=("") ;; esac
            COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
            registered=$(complete -p "${COMP_WORDS[0]##*/}")
            registered=${registered#*-F }
            "${registered%% *}" "${COMP_WORDS[0]}" "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        await CompletesAsync(typed => _session.RunAsync("bash", "--norc", "--noprofile", script, typed));
        Assert.Equal(["json"], await _session.RunAsync("bash", "--norc", "--noprofile", script, "reconciler plan --format = j"));
    }

    [FactInShell("bash")]
    public async Task Bash_looks_through_an_alias()
    {
        var script = _session.Put("complete.bash", $$"""
            shopt -s expand_aliases
            rm bin/reconciler
            alias reconciler="dotnet '{{ShellSession.Program}}'"
            eval "$(dotnet '{{ShellSession.Program}}' completion bash)"
            COMP_WORDS=(reconciler val)
            COMP_CWORD=1
            _reconciler reconciler val reconciler
            printf '%s\n' "${COMPREPLY[@]}"
            """);

        Assert.Equal(["validate"], await _session.RunAsync("bash", "--norc", "--noprofile", script));
    }

    [FactInShell("fish")]
    public async Task Fish_completes_as_expected() => await CompletesAsync(typed => _session.RunAsync(
        "fish", "--no-config", "-c", $"reconciler completion fish | source; complete -C '{typed}'"));

    [FactInShell("zsh")]
    public async Task Zsh_completes_as_expected()
    {
        // A shell of its own on a terminal of its own, in which the tab is pressed; what it would add is written down beside.
        _session.Put(".zshrc", """
            autoload -Uz compinit && compinit -u -D
            eval "$(reconciler completion zsh)"
            compadd() {
                if [[ $*[(wi)-[OAD]] -gt $#* ]]; then
                    local -a found
                    builtin compadd -O found "$@"
                    print -rl -- $found >> $HOME/found
                fi
                builtin compadd "$@"
            }
            PS1=ready
            """);
        var script = _session.Put("complete.zsh", """
            zmodload zsh/zpty
            : > $HOME/found
            zpty shell "ZDOTDIR=$HOME zsh -i"
            zpty -r shell seen '*ready*'
            zpty -w -n shell "$1"$'\t\C-uexit\n'
            while zpty -r shell seen; do :; done
            sort -u $HOME/found
            """);

        await CompletesAsync(typed => _session.RunAsync("zsh", "-f", script, typed));
    }

    private static async Task CompletesAsync(Func<string, Task<string[]>> completeAsync)
    {
        foreach (var (typed, completed) in Expected)
        {
            var found = (await completeAsync(typed)).Select(line => line.Split('\t')[0].TrimEnd('/')).Order(StringComparer.Ordinal);
            Assert.True(completed.SequenceEqual(found), $"\"{typed}\" became {string.Join(", ", found)}, not {string.Join(", ", completed)}.");
        }
    }
}
