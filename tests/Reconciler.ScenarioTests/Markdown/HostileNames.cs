namespace Reconciler.ScenarioTests.Markdown;

/// <summary>What somebody could call a group, a package or a file so that a report says something else than it should.</summary>
internal static class HostileNames
{
    public static readonly string[] All =
    [
        "<!-- | @all ![x](http://evil) -->", "@all", "a@all", "(@org/team)", "megan@contoso.com", "#123", "org/repo#123", "GH-123", "\"GH-1\"", "CVE-2024-1", "GHSA-jfhm-cggf-qqvv", "JIRA-7",
        "http://evil.example", "https://evil.example/a_b_c", "www.evil.example", "WWW.EVIL.EXAMPLE", "mailto:a@b.example", "javascript:alert(1)", "<https://evil.example>",
        "[click](https://evil.example)", "![x](https://evil.example/pixel.png)", "[x]: https://evil.example", "[^1]", "[^1]: note", "[ ] task", "- [x] task",
        "<script>alert(1)</script>", "<details>", "</details>", "</summary>", "<b>", "<br/>", "&lt;", "&#64;all", "&amp;", "R&D", "a & b", "&", "-->", "<![CDATA[", "<?php", "<!DOCTYPE",
        "a|b", "|", "||", "\\|", "\\\\|", "a \\| b", "|---|---|", "`", "``", "```", "`a", "a`", "`@all`", "``|``", "\\`", "\\", "\\\\", "\\@all", "a\\", "x`|`y", "~~~", "```json",
        "# heading", "## heading ##", "- item", "+ item", "* item", "1. item", "1) item", "> quote", "---", "===", "***", "___", "    code", "\tcode", "a\nb", "a\n\n# b", "a\r\nb", "a  \nb",
        "*a*", "**a**", "_a_", "__a__", "snake_case_name", "~~a~~", "$a$", "$$a$$", "$`a`$", ":smile:", ":+1:", "a:b", "a: b", ": smile:", "HR\\/People", "d0fec7a1e0b3", "0123456789abcdef0123456789abcdef01234567",
        "", " ", "  ", " a", "a ", " a ", "a  b", "` a `", " ` ", "\u00A0", "\u3000a", "\u202Egpj.exe", "a\u200Bb", "\u2066\u2069", "\u0000", "\u001B[31m", "\u007F", "\u2028", "\uFEFF", "\uE000",
        "\uD800", "İstanbul ırmağı", "Café e\u0301", "日本", "🎉 Guests", "👩\u200D💻", "＠all", "!", "![", "](", "](http://evil)", "\"", "'", "{% raw %}", "{{ x }}", "=1+1", "a → b", "…", ".", "1", "1.5", "100%",
    ];

    /// <summary>One of them, or several one after the other.</summary>
    public static string Next(Random random) => random.Next(4) switch
    {
        0 => Pick(random) + Pick(random),
        1 => $"{Pick(random)} {Pick(random)} {Pick(random)}",
        2 => new string([.. Enumerable.Range(0, random.Next(1, 12)).Select(_ => "`|\\@#:*_<>&![]()~$-+=1a w."[random.Next(26)])]),
        _ => Pick(random),
    };

    private static string Pick(Random random) => All[random.Next(All.Length)];
}
