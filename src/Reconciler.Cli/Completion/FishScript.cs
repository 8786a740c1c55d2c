namespace Reconciler.Cli.Completion;

/// <summary>Completion in fish, from 3.0 on.</summary>
internal static class FishScript
{
    public const string Text =
        """
        # Completion of reconciler in fish: reconciler completion fish | source
        function __reconciler_complete
            set -l words (commandline -opc)
            set -l current (commandline -ct)
            set -l program (string replace -r '^~/' "$HOME/" -- $words[1])
            for line in ($program __complete -- ".$current" $words[2..-1] 2>/dev/null)
                switch $line
                    case :files
                        __fish_complete_path (string replace -r '^--[^=]*=' '' -- $current)
                    case :folders
                        __fish_complete_directories $current ''
                    case '*'
                        echo $line
                end
            end
        end
        complete -c reconciler -f -a '(__reconciler_complete)'

        """;
}
