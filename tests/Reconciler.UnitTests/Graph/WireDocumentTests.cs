using System.Buffers;
using System.Text;
using System.Text.Json;
using Reconciler.Entitlements;
using Reconciler.Graph.Wire;

namespace Reconciler.UnitTests.Graph;

public sealed class WireDocumentTests
{
    [Fact]
    public void Members_are_found_and_what_is_missing_or_of_another_kind_is_nothing()
    {
        var root = Of("""{ "id": "a", "n": 12, "f": 1.5, "yes": true, "none": null, "o": { "id": "b", "x": [ 1, { "id": "c" }, "t", { "id": "d" } ] }, "id2": "e" }""");

        Assert.Equal(("a", "b", "e"), (root.Text("id"), root["o"].Text("id"), root.Text("id2")));
        Assert.Equal((12, null, null), (root.Whole("n"), root.Whole("f"), root.Whole("id")));
        Assert.Equal((true, false, false), (root.Flag("yes"), root.Flag("none"), root.Flag("nothing")));
        Assert.Equal((true, true, false), (root.Has("none"), root["none"].IsNull, root.Has("nothing")));
        Assert.Equal(["c", "d"], root["o"].Items("x").Select(item => item.Id()));
        Assert.Empty(root.Items("o"));
        Assert.Null(root["id"]["id"].Text("id"));
    }

    [Theory]
    [InlineData("""{ "a": 1, "b": { "a": 1 }, "a": 2 }""")]
    [InlineData("""{ "b": [ { "a": { "a": 1 }, "a": 2 } ] }""")]
    [InlineData("""{ "a": 1, "\u0061": 2 }""")]
    [InlineData("""{ "a": 1, }""")]
    [InlineData("""{ "a": 1 } {}""")]
    [InlineData("""{ "a": """)]
    [InlineData("""{ "\ud800": 1 }""")]
    public void What_is_no_json_or_names_a_member_twice_is_refused(string json) => Assert.ThrowsAny<JsonException>(() => Of(json));

    [Fact]
    public void A_name_may_stand_once_in_each_object() =>
        Assert.Equal("z", Of("""{ "a": { "a": [ { "a": "x" }, { "a": "y" } ] }, "b": { "a": "z" } }""")["b"].Text("a"));

    [Fact]
    public void A_text_is_what_was_meant_and_half_a_character_is_none()
    {
        var root = Of("""{ "plain": "Ærøskøbing", "escaped": "\u00c6r\u00f8 \"x\" \n", "half": "\ud800", "empty": "" }""");

        Assert.Equal(("Ærøskøbing", "Ærø \"x\" \n", ""), (root.Text("plain"), root.Text("escaped"), root.Text("empty")));
        Assert.Throws<TenantException>(() => root.Text("half"));
        Assert.Throws<TenantException>(() => WireDocument.Of([.. "{\"a\":\""u8, 0xff, .. "\"}"u8]).Root.Text("a"));
    }

    [Fact]
    public void What_is_kept_outlives_its_document_and_what_is_not_does_not()
    {
        var json = """{ "value": [ { "id": "a", "list@odata.nextLink": "x" } ] }"""u8;
        var rented = ArrayPool<byte>.Shared.Rent(json.Length + 3);
        json.CopyTo(rented.AsSpan(3));
        var document = WireDocument.Take(rented.AsMemory(3, json.Length));
        var item = document.Root.Items("value")[0];
        var kept = item.Kept();

        document.Dispose();

        Assert.Equal("a", kept.Id());
        Assert.True(kept.MayBeCut());
        Assert.Equal("a", kept.ToNode().Id());
        Assert.ThrowsAny<Exception>(() => item.Id());
    }

    [Fact]
    public void What_is_made_of_the_same_bytes_is_the_same_and_of_others_another()
    {
        var root = Of("""{ "list": [ { "o": { "id": "a" } }, { "o": { "id": "a" } }, { "o": { "id": "b" } }, { "o": "{" }, {} ] }""", new WireMemory());
        Func<WireValue, string[]> make = value => [value.Text("id") ?? "none"];
        Func<WireValue, string[]> other = _ => ["other"];
        var made = root.Items("list").Select(item => item["o"].Once(make)).ToList();

        Assert.Equal(["a", "a", "b", "none", "none"], made.Select(one => one[0]));
        Assert.Same(made[0], made[1]);
        Assert.Equal("other", root.Items("list")[0]["o"].Once(other)[0]);
    }

    [Fact]
    public void More_names_and_values_than_were_expected_are_all_there()
    {
        var members = Enumerable.Range(0, 5_000).Select(n => $"\"m{n}\":{n}");
        var root = Of($"{{{string.Join(",", members)}}}");

        Assert.All([0, 1, 255, 256, 4_999], n => Assert.Equal(n, root.Whole($"m{n}")));
    }

    [Fact]
    public void More_different_names_than_anybody_has_are_refused_before_they_cost_time()
    {
        var members = Enumerable.Range(0, 200_000).Select(n => $"\"m{n:000000}xyz\":1");

        var why = Assert.Throws<JsonException>(() => Of($"{{{string.Join(",", members)}}}"));
        Assert.Equal("It names more than 10000 different members.", why.Message);
        Assert.Equal(1, Of("""{ "a": 1 }""").Whole("a"));
    }

    private static WireValue Of(string json, WireMemory memory)
    {
        var document = WireDocument.Of(Encoding.UTF8.GetBytes(json));
        document.Memory = memory;
        return document.Root;
    }

    private static WireValue Of(string json) => WireDocument.Of(Encoding.UTF8.GetBytes(json)).Root;
}
