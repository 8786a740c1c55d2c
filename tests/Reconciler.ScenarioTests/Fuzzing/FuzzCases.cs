using System.Text;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>Makes the cases of a seed, each by its number alone, so that any can be made again.</summary>
internal sealed class FuzzCases(int seed, FuzzCorpus corpus)
{
    public FuzzCase Make(int number)
    {
        var random = new Random(unchecked((seed * 1_000_003) + number));
        var mutations = new Mutations(random, corpus.Policies);
        var mostly = random.Next(40) == 0 ? 200_000 : 300;
        return random.Next(10) switch
        {
            0 => new FuzzCase(FuzzCase.PlainWorkspace, TokenSoup.Bytes(random, mostly), "bytes"),
            1 or 2 => new FuzzCase(FuzzCase.PlainWorkspace, Encoding.UTF8.GetBytes(TokenSoup.Text(random, mostly / 4)), "tokens"),
            3 => new FuzzCase(Encoding.UTF8.GetString(mutations.Mutate(Any(random, corpus.Workspaces))), Any(random, corpus.Policies), "workspace"),
            4 => new FuzzCase(FuzzCase.PlainWorkspace, [.. Any(random, corpus.Policies), .. "\n---\n"u8, .. mutations.Mutate(Any(random, corpus.Policies))], "two files"),
            _ => new FuzzCase(FuzzCase.PlainWorkspace, mutations.Mutate(Any(random, corpus.Policies)), "policies"),
        };
    }

    /// <summary>A directory for an embedded tenant to begin with.</summary>
    public byte[] MakeSeed(int number)
    {
        var random = new Random(unchecked((seed * 999_983) + number));
        return new Mutations(random, corpus.Seeds).Mutate(Any(random, corpus.Seeds));
    }

    private static byte[] Any(Random random, IReadOnlyList<byte[]> files) => files[random.Next(files.Count)];
}
