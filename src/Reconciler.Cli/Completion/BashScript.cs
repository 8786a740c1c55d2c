namespace Reconciler.Cli.Completion;

/// <summary>Completion in bash, from 3.2 on, which macOS has.</summary>
internal static class BashScript
{
    public const string Text =
        """
        # Completion of reconciler in bash: eval "$(reconciler completion bash)"
        _reconciler() {
            local current=${COMP_WORDS[COMP_CWORD]} word path
            local -a program before
            # An alias is not looked through by itself, nor is a tilde.
            if [ -n "${BASH_ALIASES[$1]-}" ] && [ "${BASH_VERSINFO[0]}" -ge 4 ]; then
                eval "program=(${BASH_ALIASES[$1]})"
            else
                program=("${1/#\~\//$HOME/}")
            fi
            before=("${COMP_WORDS[@]:1:COMP_CWORD-1}")
            COMPREPLY=()
            while IFS=$'\t' read -r word _; do
                case $word in
                    :files | :folders)
                        compopt -o filenames 2>/dev/null
                        while IFS= read -r path; do COMPREPLY+=("$path"); done < <(
                            if [ "$word" = :files ]; then compgen -f -- "${current#=}"; else compgen -d -- "${current#=}"; fi
                        )
                        ;;
                    *) COMPREPLY+=("$word") ;;
                esac
            done < <("${program[@]}" __complete -- ".$current" "${before[@]}" 2>/dev/null)
        }
        complete -F _reconciler reconciler

        """;
}
