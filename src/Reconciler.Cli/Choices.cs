using System.CommandLine;
using Reconciler.Entitlements;

namespace Reconciler.Cli;

/// <summary>Options that take one of a few words. The library refuses another word without naming the option.</summary>
internal static class Choices
{
    /// <summary>Lets the option take these words alone, completes them, and says them to whoever writes another.</summary>
    public static void TakesOnly(this Option option, params string[] words)
    {
        option.CompletionSources.Add(words);
        option.Validators.Add(result =>
        {
            foreach (var word in result.Tokens.Select(token => token.Value).Where(value => !words.Contains(value, StringComparer.Ordinal)))
            {
                var nearest = Nearest.To(word, words) is { } meant ? $"; did you mean \"{meant}\"?" : ".";
                result.AddError($"{option.Name} can't be \"{word}\"{nearest} It takes {Or(words)}.");
            }
        });
    }

    private static string Or(string[] words) => words is [.. var first, var last] && first.Length > 0 ? $"{string.Join(", ", first)} or {last}" : words[0];
}
