using System;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Policy;

public sealed class InlineExceptionReaderTests
{
    [Theory]
    [InlineData("# policy: allow GOV0301 until 2027-01-31 -- why not", FileClass.Python)]
    [InlineData("key = 1  # policy: allow GOV0301 until 2027-01-31 -- why not", FileClass.Yaml)]
    [InlineData("// policy: allow GOV0301 until 2027-01-31 -- why not", FileClass.Bicep)]
    [InlineData("/* policy: allow GOV0301 until 2027-01-31 -- why not */", FileClass.CSharp)]
    [InlineData("<!-- policy: allow GOV0301 until 2027-01-31 -- why not -->", FileClass.Documentation)]
    [InlineData("-- policy: allow GOV0301 until 2027-01-31 -- why not", FileClass.OtherSource)]
    [InlineData("; policy: allow GOV0301 until 2027-01-31 -- why not", FileClass.Other)]
    [InlineData("% policy: allow GOV0301 until 2027-01-31 -- why not  ", FileClass.Other)]
    [InlineData("#   policy: allow  GOV0301  until  2027-01-31--why not", FileClass.Terraform)]
    public void Reads_a_comment_of_every_syntax(string line, FileClass fileClass)
    {
        var exception = Assert.Single(InlineExceptionReader.Read(new SourceText("a\r\n" + line + "\nb"), fileClass));
        Assert.Equal(("GOV0301", "2027-01-31", "why not"), (exception.RuleId, exception.Until, exception.Reason));
        Assert.Equal(
            (2, line.IndexOf("policy:", StringComparison.Ordinal) + 1),
            (exception.Span.StartLine, exception.Span.StartColumn)
        );
        Assert.Equal(
            (2, line.IndexOf("not", StringComparison.Ordinal) + 4),
            (exception.Span.EndLine, exception.Span.EndColumn)
        );
    }

    [Fact]
    public void Reads_several_rules_of_one_comment_and_several_comments()
    {
        var text = new SourceText(
            "# policy: allow GOV0301/azure-key, stored-output until 2027-01-31 -- r\nx\n# policy: allow GOV0101 until 2027-02-28 -- s"
        );
        var read = InlineExceptionReader.Read(text, FileClass.Python);
        Assert.Equal(["GOV0301/azure-key", "stored-output", "GOV0101"], read.Select(static e => e.RuleId));
        Assert.Equal([1, 1, 3], read.Select(static e => e.Span.StartLine));
    }

    [Theory]
    [InlineData("# policy: allow GOV0301", "", "")]
    [InlineData("# policy: allow GOV0301 until 2027-01-31", "2027-01-31", "")]
    [InlineData("# policy: allow GOV0301 -- why", "", "why")]
    [InlineData("# policy: allow GOV0301 until next week -- why", "next week", "why")]
    public void Keeps_what_is_incomplete_for_the_judge(string line, string until, string reason)
    {
        var exception = Assert.Single(InlineExceptionReader.Read(new SourceText(line), FileClass.Python));
        Assert.Equal((until, reason), (exception.Until, exception.Reason));
    }

    [Theory]
    [InlineData("policy: allow GOV0301 until 2027-01-31 -- why", FileClass.Yaml)]
    [InlineData("print('policy: allow GOV0301 until 2027-01-31 -- why')", FileClass.Python)]
    [InlineData("# policy: allow all traffic from the gateway", FileClass.Terraform)]
    [InlineData("# policy: allow", FileClass.Terraform)]
    [InlineData("# policy: allow well-known clients", FileClass.Terraform)]
    [InlineData("`# policy: allow GOV0301 until 2027-01-31 -- why`", FileClass.Documentation)]
    [InlineData("# policy: allow GOV0301 until 2027-01-31 -- why", FileClass.Notebook)]
    [InlineData("# policy: allow GOV0301 until 2027-01-31 -- why", FileClass.CSharp)]
    [InlineData("{ \"//\": \"policy: allow GOV0301 until 2027-01-31 -- why\" }", FileClass.Json)]
    public void Leaves_alone_what_is_none(string line, FileClass fileClass) =>
        Assert.Empty(InlineExceptionReader.Read(new SourceText(line), fileClass));

    [Fact]
    public void A_file_full_of_markers_is_read_in_linear_time()
    {
        var text = new SourceText(string.Concat(Enumerable.Repeat("policy: allow ", 200_000)));
        Assert.Empty(InlineExceptionReader.Read(text, FileClass.Other));
    }
}
