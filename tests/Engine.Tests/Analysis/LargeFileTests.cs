using System;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Tests.Secrets;

namespace Governance.Engine.Tests.Analysis;

/// <summary>What is too large to be held as a whole is searched in pieces, and nothing falls between two of them.</summary>
public sealed class LargeFileTests
{
    private static readonly string s_secret = ExampleText.Fill("dapi[0-9a-f]{32}");

    [Theory]
    [InlineData(0)]
    [InlineData(TextChunks.Length - 20)]
    [InlineData(TextChunks.Length - TextChunks.Overlap - 10)]
    [InlineData(TextChunks.Length - TextChunks.Overlap + 10)]
    [InlineData((2 * TextChunks.Length) + 1234)]
    public void A_secret_is_found_once_and_where_it_stands(int offset)
    {
        const string line = "some data, 1.25, and more of it\n";
        var text = new StringBuilder();
        while (text.Length < offset)
        {
            text.Append(line);
        }

        var before = text.Length / line.Length;
        text.Append("key: ").Append(s_secret).Append('\n');
        while (text.Length < 3 * TextChunks.Length)
        {
            text.Append(line);
        }

        AssertFound(text.ToString(), new SourceSpan(before + 1, 6, before + 1, 6 + s_secret.Length));
    }

    [Fact]
    public void Also_in_a_single_line()
    {
        var text = new string('x', TextChunks.Length + 100) + " " + s_secret + " " + new string('y', TextChunks.Length);
        var column = TextChunks.Length + 102;
        AssertFound(text, new SourceSpan(1, column, 1, column + s_secret.Length));
    }

    [Fact]
    public void Binary_content_is_not_searched() =>
        Assert.DoesNotContain(Findings(() => new MemoryStream(Encoding.UTF8.GetBytes("a\0" + s_secret))), IsSecret);

    [Fact]
    public void What_breaks_while_it_is_read_says_so()
    {
        var found = Assert.Single(Findings(static () => throw new IOException("the disk is gone.")));
        Assert.Equal("GOV0002", found.RuleId);
        Assert.EndsWith("reading it in pieces failed: the disk is gone", found.Message, StringComparison.Ordinal);
    }

    private static void AssertFound(string text, SourceSpan expected)
    {
        var findings = Findings(() => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.Equal(expected, Assert.Single(findings, IsSecret).Location.Span);
        Assert.Contains(
            findings,
            static one => one.Message == "The file was searched for secrets only: it is larger than a test allows"
        );
    }

    private static bool IsSecret(Findings.Finding finding) => finding.BaseRuleId == "GOV0301";

    private static Findings.Finding[] Findings(Func<Stream> open)
    {
        var file = new SourceFile(
            "code/data.txt",
            EntryKind.File,
            _ => FileContent.TooLarge("it is larger than a test allows", open)
        );
        var request = new CheckRequest
        {
            Snapshot = new RepositorySnapshot([file]),
            Today = new DateTime(2026, 1, 1),
            ToolVersion = "0.0.0",
            Options = new AnalysisOptions { Only = ["GOV0301"] },
        };
        return [.. PolicyCheck.Run(request, default).Findings.Select(static judged => judged.Finding)];
    }
}
