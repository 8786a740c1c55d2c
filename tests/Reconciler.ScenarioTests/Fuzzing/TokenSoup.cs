using System.Text;

namespace Reconciler.ScenarioTests.Fuzzing;

/// <summary>Texts of the pieces that YAML and the language are made of, in no order.</summary>
internal static class TokenSoup
{
    private static readonly string[] Pieces =
    [
        "kind", "name", "catalog", "policies", "approval", "stages", "approvers", "requestors", "who", "expiration", "template", "with", "parameters", "policy", "resources", "resourceRoles", "target",
        "Catalog", "AccessPackage", "AssignmentPolicyTemplate", "ConnectedOrganization", "Ignore", "Waiver", "Settings", "none", "never", "unmanaged", "anyMember", "14 days", "2027-01-15", "true", "null", "~", "",
        ": ", ":", "\n", "\n  ", "\n    ", "\n- ", "- ", "? ", "[", "]", "{", "}", "[ ", " ]", "{ ", " }", ", ", ",", "'", "\"", "|", ">", "|-\n  ", ">+2\n  ", "#", " # ", "---", "\n---\n", "\n...\n", "&a ", "*a", "&b ", "*b", "<<: ", "<<: *a",
        "!!str ", "!!map ", "!x ", "!<", "%YAML 1.2\n", "%TAG ! x\n", "$(var.name)", "$(var.groups)", "$(param.a)", "$$(", "$(", "\t", "\r", "\r\n", "\\", "\"\\ud800\"", "\"\\x41\"", "\u0085", "\u2028", "\uFEFF", "\u202E", "å", "財", "a\u030A",
        "\U0001F600", "\0", "\u001B[31m", "@", "`", "%", "-", "=", "0x1F", "1e999", "99999999999999999999", "P1D", "PT9999999999H", "9999-12-31", "0001-01-01",
    ];

    public static string Text(Random random, int most) =>
        string.Concat(Enumerable.Range(0, random.Next(1, most)).Select(_ => Pieces[random.Next(Pieces.Length)]));

    public static string Piece(Random random) => Pieces[random.Next(Pieces.Length)];

    /// <summary>Bytes of no encoding, or of a few signs only.</summary>
    public static byte[] Bytes(Random random, int most)
    {
        var bytes = new byte[random.Next(1, most)];
        random.NextBytes(bytes);
        var signs = Encoding.UTF8.GetBytes("[]{}:,-?&*!|>'\"%@`#<~ \n\t");
        return random.Next(2) == 0 ? bytes : [.. bytes.Select(b => signs[b % signs.Length])];
    }
}
