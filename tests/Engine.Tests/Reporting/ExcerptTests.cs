using System;
using System.Linq;
using Governance.Engine.Reporting;
using Governance.Engine.Reporting.Writers;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Reporting;

public class ExcerptTests
{
    [Theory]
    [InlineData("key: value", 6, 11, "     ^^^^^")]
    [InlineData("\t\tkey", 3, 6, "\t\t^^^")]
    [InlineData("データ x", 5, 6, "       ^")]
    [InlineData("データ x", 2, 4, "  ^^^^")]
    [InlineData("🙂👩‍🔬 x", 9, 10, "     ^")]
    [InlineData("e\u0301e\u0301 x", 6, 7, "   ^")]
    [InlineData("abc", 4, 4, "   ^")]
    [InlineData("abc", 2, 2, " ^")]
    [InlineData("abc", 90, 99, "   ^")]
    [InlineData("a\u001bb", 3, 4, "       ^")]
    public void Carets_stand_below_the_flagged_columns(string line, int from, int to, string carets) =>
        Assert.Equal(carets, Of(line, from, to)!.Carets);

    [Fact]
    public void A_long_line_is_cut_around_the_place()
    {
        var excerpt = Of(new string('a', 5_000) + "HERE" + new string('b', 5_000), 5_001, 5_005)!;

        Assert.StartsWith("…a", excerpt.Line);
        Assert.EndsWith("b…", excerpt.Line);
        Assert.Equal("HERE", excerpt.Line[excerpt.FlaggedFrom..excerpt.FlaggedTo]);
        Assert.Equal(
            excerpt.Line.IndexOf("HERE", StringComparison.Ordinal),
            excerpt.Carets.IndexOf('^', StringComparison.Ordinal)
        );
        Assert.InRange(excerpt.Line.Length, Excerpt.Width, Excerpt.Width + 2);
    }

    [Fact]
    public void No_cut_goes_through_a_character()
    {
        for (var shift = 0; shift < 4; shift++)
        {
            var line = new string('x', shift) + string.Concat(Enumerable.Repeat("🙂", 900));
            var excerpt = Of(line, 901 + shift, 903 + shift)!;

            Assert.DoesNotContain('\uFFFD', excerpt.Line);
            Assert.All(excerpt.Line.Trim('…').EnumerateRunes(), rune => Assert.Equal("🙂", rune.ToString()));
        }
    }

    [Fact]
    public void A_secret_is_masked_before_the_line_is_cut_and_the_carets_follow()
    {
        var secret = "ghp_" + new string('k', 200);
        var excerpt = Of("token = " + secret + " # flagged", 9, 9 + secret.Length)!;

        Assert.Equal("token = ghp_*** # flagged", excerpt.Line);
        Assert.Equal("        ^^^^^^^", excerpt.Carets);
    }

    [Fact]
    public void A_place_inside_a_secret_is_shown_at_the_mask()
    {
        var excerpt = Of("t = ghp_" + new string('k', 40), 20, 25)!;

        Assert.Equal("***", excerpt.Line[excerpt.FlaggedFrom..excerpt.FlaggedTo]);
    }

    [Fact]
    public void A_line_in_the_middle_of_a_private_key_is_masked()
    {
        var key = string.Concat(Enumerable.Repeat(new string('M', 64) + "\n", 40));
        var text = "-----BEGIN PRIVATE " + "KEY-----\n" + key + "-----END PRIVATE KEY-----\n";

        Assert.Equal("***", Of(text, 3, 9, line: 20)!.Line);
    }

    [Fact]
    public void In_a_file_of_megabytes_secrets_are_masked_too()
    {
        var filler = string.Concat(Enumerable.Repeat("filler\n", 100_000));
        var key = string.Concat(Enumerable.Repeat(new string('M', 64) + "\n", 40));
        var text = filler + "-----BEGIN PRIVATE " + "KEY-----\n" + key + "-----END PRIVATE KEY-----\n" + filler;

        Assert.Equal("***", Of(text, 3, 9, line: 100_020)!.Line);
        Assert.Equal("filler", Of(text, 3, 9, line: 100_043)!.Line);
    }

    [Fact]
    public void The_last_character_of_the_only_line_can_be_flagged() => Assert.Equal("  ^", Of("abc", 3, 4)!.Carets);

    [Fact]
    public void A_blank_line_or_one_behind_the_end_has_no_excerpt()
    {
        Assert.Null(Of("  \nx", 1, 2));
        Assert.Null(Of("x", 1, 2, line: 9));
    }

    private static Excerpt? Of(string text, int from, int to, int line = 1)
    {
        var finding = SampleReport.Judged("GOV0001", "m", "r", SampleReport.At("f", line, from, to));
        var report = SampleReport.Of(finding) with { TextOf = _ => new SourceText(text) };
        return Excerpt.Of(RedactedReport.From(report), finding.Finding.Location);
    }
}
