using Reconciler.Declarations.Exporting;

namespace Reconciler.UnitTests.Declarations.Writing;

public sealed class FileNamesTests
{
    [Theory]
    [InlineData("External user package", "external-user-package")]
    [InlineData("Sales & Marketing / EMEA", "sales-marketing-emea")]
    [InlineData("Çağrı Ünal", "cagr-unal")]
    [InlineData("Zürich (alt)", "zurich-alt")]
    [InlineData("../../etc/passwd", "etc-passwd")]
    [InlineData("C:\\Windows\\System32", "c-windows-system32")]
    [InlineData(".hidden", "hidden")]
    [InlineData("con", "con-package")]
    [InlineData("LPT1", "lpt1-package")]
    [InlineData("財務", "package")]
    [InlineData("---", "package")]
    [InlineData("a\0b\nc", "a-b-c")]
    [InlineData("\uD800 lone", "lone")]
    [InlineData("Ａ ﬁle №5", "a-file-no5")]
    public void A_name_becomes_one_that_every_file_system_takes(string name, string file) =>
        Assert.Equal($"policies/{file}.yaml", new FileNames([]).Free("policies/", name, "package", ".yaml"));

    [Fact]
    public void No_two_are_alike_and_none_is_longer_than_a_path_can_be()
    {
        var names = new FileNames(["policies/Taken.yaml"]);

        Assert.Equal("policies/taken-2.yaml", names.Free("policies/", "taken", "package", ".yaml"));
        Assert.Equal("policies/ledger.yaml", names.Free("policies/", "Ledger", "package", ".yaml"));
        Assert.Equal("policies/ledger-2.yaml", names.Free("policies/", "LEDGER", "package", ".yaml"));
        Assert.Equal("policies/ledger-3.yaml", names.Free("policies/", "ledger!", "package", ".yaml"));
        Assert.InRange(names.Free("policies/", new string('x', 256), "package", ".yaml").Length, 20, 80);
    }
}
