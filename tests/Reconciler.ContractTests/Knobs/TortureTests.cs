using System.Globalization;
using Reconciler.Emulator;

namespace Reconciler.ContractTests.Knobs;

/// <summary>
/// The contract under everything at once, by seed; <c>make torture</c> takes fifty. RECONCILER_TORTURE_SEEDS says how many, RECONCILER_TORTURE_SEED
/// repeats one, with all that it leaves to other seeds: of the large theories each seed gets a part of the rows.
/// </summary>
public sealed class TortureTests
{
    public static TheoryData<int> Seeds =>
        Number("RECONCILER_TORTURE_SEED") is { } one ? [one] : [.. Enumerable.Range(1, Number("RECONCILER_TORTURE_SEEDS") ?? 1)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task The_contract_is_held_under_everything_at_once(int seed) => HoldAsync(seed, "in process", () => new InProcess());

    [Theory]
    [MemberData(nameof(Seeds))]
    public Task The_contract_is_held_over_sockets_under_everything_at_once(int seed) => HoldAsync(seed, "over sockets", () => new OverHttp());

    private static async Task HoldAsync(int seed, string where, Func<IWay> way)
    {
        var behaviour = Awkwardness.All(seed);
        var exemptions = Awkwardness.Each.Where(knob => IsTurned(knob.Value, behaviour)).SelectMany(knob => Exemption.Of(knob.Key)).ToList();
        var cases = (Number("RECONCILER_TORTURE_SEED") is null ? ContractSuite.Part(seed) : ContractSuite.Whole).Where(one => !exemptions.Exists(exemption => exemption.Covers(one)));
        SuiteRun.Succeeded(await SuiteRun.FailuresAsync(cases, behaviour, way), $"RECONCILER_TORTURE_SEED={seed}, {where}: {BehaviourJson.Write(behaviour).ToJsonString()}");
    }

    /// <summary>Whether turning the knob, which is not as it ordinarily is, would change nothing.</summary>
    private static bool IsTurned(Func<Behaviour, Behaviour> turn, Behaviour behaviour) => turn(behaviour) == behaviour;

    private static int? Number(string variable) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;
}
