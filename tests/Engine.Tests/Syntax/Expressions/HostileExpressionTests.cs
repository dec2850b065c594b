using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Tests.Fixtures;

namespace Governance.Engine.Tests.Syntax.Expressions;

/// <summary>No text takes the readers down, or more than its share of time.</summary>
public sealed class HostileExpressionTests
{
    [Theory]
    [InlineData("(")]
    [InlineData("!")]
    [InlineData("a[")]
    [InlineData("f(")]
    [InlineData("((a) == ")]
    [InlineData("a.")]
    [InlineData("a.b")]
    [InlineData("1 == ")]
    [InlineData("1 < ")]
    [InlineData("a.*")]
    [InlineData("a && (b || ")]
    public void Deep_nesting_is_a_problem(string piece)
    {
        foreach (var grammar in new[] { ExpressionGrammar.GitHub, ExpressionGrammar.Azure })
        {
            var tree = ExpressionParser.Parse(string.Concat(Enumerable.Repeat(piece, 10_000)), grammar);
            Assert.NotNull(tree.Problem);
        }
    }

    [Fact]
    public void Ten_thousand_closed_parentheses_are_a_problem()
    {
        var tree = ExpressionParser.Parse(
            new string('(', 10_000) + "a" + new string(')', 10_000),
            ExpressionGrammar.GitHub
        );
        Assert.Contains("deeper than 256", tree.Problem!.Value.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_path_is_a_problem_and_a_long_chain_is_none()
    {
        var path = ExpressionParser.Parse("a" + string.Concat(Enumerable.Repeat(".b", 300)), ExpressionGrammar.GitHub);
        Assert.Contains("deeper than 256", path.Problem!.Value.Message, StringComparison.Ordinal);
        var chain = ExpressionParser.Parse(
            string.Join(" || ", Enumerable.Repeat("a", 50_000)),
            ExpressionGrammar.GitHub
        );
        Assert.Equal(50_000, Assert.IsType<LogicalNode>(chain.Root).Operands.Length);
    }

    [Theory]
    [InlineData("a || ")]
    [InlineData("contains(github.ref, 'x''y') && ")]
    [InlineData("'")]
    [InlineData("9")]
    [InlineData("${{ a }} ")]
    [InlineData("${{ '")]
    [InlineData("$(a")]
    [InlineData("$[")]
    public void Time_is_linear(string piece) =>
        LinearTime.Holds(
            250_000 / piece.Length,
            count => string.Concat(Enumerable.Repeat(piece, count)),
            static text => ReadAll(text)
        );

    [Fact]
    public void Twenty_thousand_mutations_end_well()
    {
        var random = new Random(20261123);
        for (var round = 0; round < 20_000; round++)
        {
            ReadAll(Mutated(random));
        }
    }

    /// <summary>Reads a text in every way there is, and looks at all that was read.</summary>
    private static void ReadAll(string text)
    {
        foreach (var grammar in new[] { ExpressionGrammar.GitHub, ExpressionGrammar.Azure })
        {
            Check(text, ExpressionParser.Parse(text, grammar), grammar);
            foreach (var slot in TemplateScanner.Scan(text, grammar))
            {
                Assert.InRange(slot.ContentStart, slot.Start + 2, text.Length);
                Assert.InRange(slot.ContentEnd, slot.ContentStart, text.Length);
                if (slot.Kind != ExpressionSlotKind.Macro)
                {
                    Check(text, ExpressionParser.Parse(text, slot.ContentStart, slot.ContentEnd, grammar), grammar);
                }
            }
        }
    }

    private static void Check(string text, ExpressionTree tree, ExpressionGrammar grammar)
    {
        var problems = new List<ExpressionProblem>();
        if (tree.Root is { } root)
        {
            var table = grammar == ExpressionGrammar.GitHub ? GitHubFunctions.Table : AzureFunctions.Table;
            ExpressionChecker.Check(root, new SampleScope(table), problems, new NameGuesser());
            Assert.False(ConstantTruth.Of(root) is not null && root is ContextNode);
        }
        else
        {
            problems.Add(tree.Problem!.Value);
        }

        foreach (var problem in problems)
        {
            Assert.NotEmpty(problem.Message);
            Assert.InRange(problem.Start, 0, text.Length);
            Assert.InRange(problem.Length, 0, text.Length - problem.Start);
        }
    }

    private static readonly string[] Seeds =
    [
        "${{ github.event.issue.title == 'x' && contains(list.*.name, \"y\") || !env['A'] }}",
        "format('{0} {{1}} {2}', fromJSON('{\"a\": [1, null]}').a[0], -1.5e3, 0xff)",
        "$[ and(succeeded(), eq(variables['Build.SourceBranch'], 'refs/heads/main'), ne(1.2.3, '')) ]",
        "a $(Build.BuildId) ${{ if eq(parameters.x, true) }} ${{ each p in parameters.list }}",
    ];

    private const string Letters = "{}[]()$'\"!=<>&|.,*-+ \n\t\r0aex_é\ud83d\ude00\0";

    private static string Mutated(Random random)
    {
        var text = Seeds[random.Next(Seeds.Length)];
        for (var edits = random.Next(1, 8); edits > 0; edits--)
        {
            var at = random.Next(text.Length + 1);
            var length = random.Next(Math.Min(12, text.Length - at) + 1);
            text = random.Next(4) switch
            {
                0 => text.Remove(at, length),
                1 => text.Insert(at, Letters[random.Next(Letters.Length)].ToString()),
                2 => text.Insert(at, text.Substring(at, length)),
                _ => text[..at] + new string(Letters[random.Next(Letters.Length)], random.Next(1, 20)) + text[at..],
            };
        }

        return text;
    }
}
