using Reconciler.Emulator;

namespace Reconciler.ContractTests.Knobs;

/// <summary>The contract under each awkward behaviour alone. To look at one: <c>--filter "DisplayName~delays.readAfterCreate"</c>.</summary>
public sealed class EachKnobTests(SharedServer server) : IClassFixture<SharedServer>
{
    private static readonly string[] Knobs = [.. Awkwardness.Each.Keys];

    public static TheoryData<string> EveryKnob => [.. Knobs];

    [Theory]
    [MemberData(nameof(EveryKnob))]
    public async Task The_contract_is_held_under(string knob)
    {
        var behaviour = Awkwardness.Each[knob](new Behaviour());
        var exemptions = Exemption.Of(knob);
        var cases = ContractSuite.Part(Array.IndexOf(Knobs, knob)).Where(one => !exemptions.Any(exemption => exemption.Covers(one)));
        SuiteRun.Succeeded(await SuiteRun.FailuresAsync(cases, behaviour, () => new InProcess()), knob);

        var exempt = ContractSuite.Whole.Where(one => exemptions.Any(exemption => exemption.Covers(one)));
        var failed = await SuiteRun.FailuresAsync(exempt, behaviour, () => new InProcess());
        Assert.All(exemptions, exemption => Assert.True(failed.Keys.Any(exemption.Covers), $"{knob} does no harm to {exemption.Test} any more: take it out of the exemptions."));
    }

    [Theory]
    [MemberData(nameof(EveryKnob))]
    public async Task The_contract_is_held_over_sockets_under(string knob)
    {
        var exemptions = Exemption.Of(knob);
        var cases = ContractSuite.Part(Array.IndexOf(Knobs, knob)).Where(one => !exemptions.Any(exemption => exemption.Covers(one)));
        SuiteRun.Succeeded(await SuiteRun.FailuresAsync(cases, Awkwardness.Each[knob](new Behaviour()), server.NewWay), $"{knob}, over sockets");
    }

    [Fact]
    public async Task The_contract_is_held_over_TLS_and_HTTP_2()
    {
        var cases = ContractSuite.Part(0).Where(one => one.Row == 0);
        SuiteRun.Succeeded(await SuiteRun.FailuresAsync(cases, new Behaviour { NestedPageSize = 1 }, () => new OverHttp(usesTls: true)), "TLS and HTTP/2");
    }

    [Fact]
    public void Every_row_of_every_test_meets_several_knobs()
    {
        var met = Enumerable.Range(0, Knobs.Length).SelectMany(ContractSuite.Part).CountBy(one => one).ToDictionary();

        Assert.All(ContractSuite.Whole, one => Assert.True(met.GetValueOrDefault(one) >= 3, $"{one}"));
        Assert.Equal(ContractSuite.Whole.Count, met.Count);
    }

    [Fact]
    public void What_is_exempt_is_a_knob_and_a_test_and_has_a_reason() => Assert.All(Exemption.All, exemption =>
    {
        Assert.Contains(exemption.Knob, Knobs);
        Assert.Contains(ContractSuite.Whole, exemption.Covers);
        Assert.NotEmpty(exemption.Because);
    });
}
