using System.Reflection;
using Reconciler.Emulator;
using Reconciler.Emulator.Behaving;

namespace Reconciler.UnitTests.Emulator;

public sealed class BehaviourJsonTests
{
    public static TheoryData<string> EachKnob => [.. Awkwardness.Each.Keys];

    [Fact]
    public void Every_member_of_a_behaviour_is_a_knob_and_every_knob_is_a_member() =>
        Assert.Equal(Members(typeof(Behaviour), "").Order(), Awkwardness.Each.Keys.Order());

    [Theory]
    [MemberData(nameof(EachKnob))]
    public void What_is_written_of_an_awkward_behaviour_is_read_again(string knob)
    {
        var awkward = Awkwardness.Each[knob](new());

        Assert.NotEqual(new(), awkward);
        Assert.Equal(awkward, BehaviourJson.Read(BehaviourJson.Write(awkward), new()));
        Assert.Equal(awkward, BehaviourJson.Read(Given.Json(BehaviourJson.Write(awkward).ToJsonString()), Awkwardness.All(1)));
    }

    [Fact]
    public void Only_what_is_named_changes()
    {
        var read = BehaviourJson.Read(
            Given.Json("""{ "pageSize": 3, "nestedPageSize": null, "delays": { "roleRemoval": "PT1M30S", "readAfterCreate": 2.5 }, "faults": { "throttled": { "every": 4 }, "droppedAfter": 0.25 } }"""),
            new Behaviour { NestedPageSize = 5, Delays = new() { DeleteVisibility = TimeSpan.FromSeconds(9) } });

        Assert.Equal(
            new Behaviour
            {
                PageSize = 3,
                Delays = new() { RoleRemoval = TimeSpan.FromSeconds(90), ReadAfterCreate = TimeSpan.FromSeconds(2.5), DeleteVisibility = TimeSpan.FromSeconds(9) },
                Faults = new() { Throttled = Frequency.Every(4), DroppedAfter = Frequency.Of(0.25) },
            },
            read);
    }

    [Theory]
    [InlineData("""{ "pagesize": 3 }""", "/pagesize: unknown")]
    [InlineData("""{ "delays.roleRemoval": 3 }""", "/delays.roleRemoval: unknown")]
    [InlineData("""{ "delays": { "roleRemovals": 3 } }""", "/delays/roleRemovals: unknown; known here are originVisibility")]
    [InlineData("""{ "delays": 3 }""", "/delays: expected an object, not 3.")]
    [InlineData("""{ "delays": { "roleRemoval": "5 s" } }""", "/delays/roleRemoval: expected a duration")]
    [InlineData("""{ "delays": { "roleRemoval": -1 } }""", "/delays/roleRemoval: expected a duration")]
    [InlineData("""{ "delays": { "roleRemoval": null } }""", "/delays/roleRemoval: expected a duration")]
    [InlineData("""{ "delays": { "roleRemoval": 1e300 } }""", "/delays/roleRemoval: expected a duration")]
    [InlineData("""{ "pageSize": 0 }""", "/pageSize: expected a whole number from 1 to 999, not 0.")]
    [InlineData("""{ "pageSize": 1.5 }""", "/pageSize: expected a whole number")]
    [InlineData("""{ "honoursTop": "yes" }""", "/honoursTop: expected true or false, not \"yes\".")]
    [InlineData("""{ "delivery": "lost" }""", "/delivery: expected one of delivered, partiallyDelivered, deliveryFailed, never")]
    [InlineData("""{ "delivery": "1" }""", "/delivery: expected one of")]
    [InlineData("""{ "faults": { "throttled": 1.1 } }""", "/faults/throttled: expected a share from 0 to 1")]
    [InlineData("""{ "faults": { "throttled": { "every": 0 } } }""", "/faults/throttled: expected a share from 0 to 1")]
    [InlineData("""{ "faults": { "throttled": { "every": 2, "share": 1 } } }""", "/faults/throttled: expected a share from 0 to 1")]
    [InlineData("""{ "openQuestions": { "duplicates": { "names": "twice" } } }""", "/openQuestions/duplicates/names: expected one of")]
    public void What_cannot_be_had_is_refused_with_its_place(string json, string message)
    {
        var refusal = Assert.Throws<BehaviourException>(() => BehaviourJson.Read(Given.Json(json), new()));

        Assert.StartsWith(message, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_at_once_depends_on_the_seed_alone()
    {
        Assert.Equal(Awkwardness.All(7), Awkwardness.All(7));
        Assert.NotEqual(Awkwardness.All(7), Awkwardness.All(8));
    }

    private static IEnumerable<string> Members(Type type, string prefix) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property =>
        {
            var name = prefix + char.ToLowerInvariant(property.Name[0]) + property.Name[1..];
            return property.PropertyType.IsClass && property.PropertyType != typeof(string) ? Members(property.PropertyType, name + ".") : [name];
        });
}
