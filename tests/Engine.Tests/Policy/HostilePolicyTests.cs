using System;
using System.Linq;
using System.Text;
using Governance.Engine.Policy;

namespace Governance.Engine.Tests.Policy;

public sealed class HostilePolicyTests
{
    [Fact]
    public void An_alias_bomb_is_not_unfolded()
    {
        var text = new StringBuilder("a: &a [x, x, x, x, x, x, x, x, x]\n");
        for (var c = 'b'; c <= 'i'; c++)
        {
            text.Append(c).Append(": &").Append(c).Append(" [");
            text.AppendJoin(", ", Enumerable.Repeat("*" + (char)(c - 1), 9)).Append("]\n");
        }

        text.Append("environments: { production: { names: *i } }\n");
        var problems = PolicyTexts.Load(text.ToString()).Problems;
        Assert.Contains(
            problems,
            static problem => problem.Message == "An item of 'names' is a list, where a text is expected"
        );
    }

    [Fact]
    public void Aliases_that_multiply_within_the_grammar_are_counted()
    {
        var text = new StringBuilder("exceptions:\n  - &e { rule: GOV0101, reason: r, expires: 2027-01-31, paths: [");
        text.AppendJoin(", ", Enumerable.Repeat("a", 10_000)).Append("] }\n");
        for (var i = 0; i < 10_000; i++)
        {
            text.Append("  - *e\n");
        }

        var problem = PolicyTexts.OnlyProblem(text.ToString());
        Assert.Contains("aliases counted each time", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[", 100_000)]
    [InlineData("{a: ", 10_000)]
    [InlineData("- ", 10_000)]
    public void Deep_nesting_is_a_problem(string opening, int count)
    {
        var text = "mode: warn\nrules: " + string.Concat(Enumerable.Repeat(opening, count));
        Assert.NotEmpty(PolicyTexts.Load(text).Problems);
    }

    [Fact]
    public void A_huge_text_is_not_read()
    {
        var problem = PolicyTexts.OnlyProblem(new string('#', PolicyDocument.MaxLength + 1));
        Assert.Contains("longer than 1,048,576 characters", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_without_end_are_cut()
    {
        var text = string.Join('\n', Enumerable.Range(0, 5_000).Select(static i => $"key{i}: 1"));
        var problems = PolicyTexts.Load(text).Problems;
        Assert.Equal(101, problems.Length);
        Assert.Contains("more than 100 mistakes", problems[^1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Bytes_that_are_no_utf8_are_shown()
    {
        var document = PolicyDocument.Decode("governance.yml", [.. "mode: warn # "u8, 0xE9, .. "\nkind: library\n"u8]);
        var result = Load(document);
        var problem = Assert.Single(result.Problems);
        Assert.Equal((1, 14), (problem.Location.Span!.Value.StartLine, problem.Location.Span.Value.StartColumn));
        Assert.Equal(RepositoryKind.Library, result.Policy.Kind);
    }

    [Fact]
    public void Binary_content_is_a_problem()
    {
        var problem = Assert.Single(Load(PolicyDocument.Decode("governance.yml", [1, 0, 2])).Problems);
        Assert.Equal("The policy could not be read: its content is binary", problem.Message);
    }

    [Fact]
    public void Other_encodings_with_a_mark_are_read()
    {
        var bytes = new byte[] { 0xFF, 0xFE }
            .Concat(Encoding.Unicode.GetBytes("kind: library"))
            .ToArray();
        Assert.Equal(RepositoryKind.Library, Load(PolicyDocument.Decode("governance.yml", bytes)).Policy.Kind);
    }

    [Theory]
    [InlineData("mode: warn\nrules: {", 2)]
    [InlineData("mode: warn\nkind: *nothing", 2)]
    [InlineData("mode: warn\nkind: \"open", 2)]
    public void What_stands_before_broken_yaml_applies(string text, int line)
    {
        var result = PolicyTexts.Load(text);
        Assert.NotEmpty(result.Problems);
        Assert.All(result.Problems, problem => Assert.True(problem.Location.Span!.Value.StartLine >= line));
        Assert.Equal(Mode.Warn, result.Policy.Rules["GOV0101"].Mode);
    }

    private static PolicyLoadResult Load(PolicyDocument document) =>
        PolicyLoader.Load(new PolicyInput { Repository = document, Today = PolicyTexts.Today }, PolicyTexts.Rules);
}
