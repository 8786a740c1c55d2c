namespace Reconciler.Cli.Completion;

/// <summary>Completion in PowerShell, from 5.1 on.</summary>
internal static class PowerShellScript
{
    public const string Text =
        """
        # Completion of reconciler in PowerShell: reconciler completion powershell | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName reconciler, reconciler.exe -ScriptBlock {
            param($current, $line, $position)
            $words = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { "$_" })
            $program = "$($line.CommandElements[0])"
            $before = @($words | Select-Object -Skip 1)
            & $program __complete '--' ".$current" @before 2>$null | ForEach-Object {
                $word, $meaning = $_ -split "`t", 2
                if ($word -eq ':files' -or $word -eq ':folders') {
                    [System.Management.Automation.CompletionCompleters]::CompleteFilename($current) |
                        Where-Object { $word -eq ':files' -or $_.ResultType -eq 'ProviderContainer' }
                }
                else {
                    if (-not $meaning) { $meaning = $word }
                    [System.Management.Automation.CompletionResult]::new($word, $word, 'ParameterValue', $meaning)
                }
            }
        }

        """;
}
