namespace Reconciler.Cli.Completion;

/// <summary>Completion in zsh.</summary>
internal static class ZshScript
{
    public const string Text =
        """
        # Completion of reconciler in zsh: eval "$(reconciler completion zsh)"
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -u }
        _reconciler() {
            local word meaning files folders
            local -a program candidates
            # With complete_aliases the alias itself is what was typed.
            program=(${(Q)${(z)${aliases[$words[1]]:-$words[1]}}})
            program[1]=${program[1]/#\~\//$HOME/}
            while IFS=$'\t' read -r word meaning; do
                case $word in
                    :files) files=1 ;;
                    :folders) folders=1 ;;
                    *) candidates+=("${word//:/\\:}${meaning:+:$meaning}") ;;
                esac
            done < <($program __complete -- ".${(Q)PREFIX}" "${(@Q)words[2,CURRENT-1]}" 2>/dev/null)
            (( $#candidates )) && _describe reconciler candidates
            if [[ -n $files ]]; then _files; elif [[ -n $folders ]]; then _files -/; fi
        }
        compdef _reconciler reconciler

        """;
}
