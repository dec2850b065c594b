using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Tests.Syntax.Expressions;

/// <summary>How expressions are read, and what is said of those that are none.</summary>
public sealed class ExpressionParserTests
{
    [Theory]
    [InlineData("null", "null")]
    [InlineData("true", "true")]
    [InlineData("'it''s'", "'it's'")]
    [InlineData("-1.5e-3", "-1.5e-3")]
    [InlineData("0xff", "0xff")]
    [InlineData("0o17", "0o17")]
    [InlineData(".5", ".5")]
    [InlineData("-Infinity", "-Infinity")]
    [InlineData("NaN", "NaN")]
    [InlineData("github.event.true.null", "github.event.true.null")]
    [InlineData("a.b-c['d'].*.e[0][*]", "a.b-c['d'].*.e[0].*")]
    [InlineData("!a == b", "(!a == b)")]
    [InlineData("a || b && c", "(a || (b && c))")]
    [InlineData("a && b || c && d || e", "((a && b) || (c && d) || e)")]
    [InlineData("a == b != c", "((a == b) != c)")]
    [InlineData("a < b == c >= d", "((a < b) == (c >= d))")]
    [InlineData("!(a || b).c", "!(a || b).c")]
    [InlineData("contains ( x , 'y' )", "contains(x, 'y')")]
    [InlineData("f()", "f()")]
    [InlineData("\n a\n  && b\r\n", "(a && b)")]
    public void GitHub(string text, string expected) => Assert.Equal(expected, Read(text, ExpressionGrammar.GitHub));

    [Theory]
    [InlineData(
        "eq(variables['Build.SourceBranch'], 'refs/heads/main')",
        "eq(variables['Build.SourceBranch'], 'refs/heads/main')"
    )]
    [InlineData("and(succeeded(), not(eq(a.b, 1.2.3)))", "and(succeeded(), not(eq(a.b, 1.2.3)))")]
    [InlineData("dependencies.A.outputs['x.y']", "dependencies.A.outputs['x.y']")]
    [InlineData("parameters.list.*.name", "parameters.list.*.name")]
    [InlineData("in(x, True, FALSE, -1)", "in(x, True, FALSE, -1)")]
    public void Azure(string text, string expected) => Assert.Equal(expected, Read(text, ExpressionGrammar.Azure));

    [Theory]
    [InlineData("[||]", "is empty")]
    [InlineData("[|  |]", "is empty")]
    [InlineData("a [|b|]", "'b' stands where an operator or the end was expected")]
    [InlineData("a &&[||]", "ends where a value was expected")]
    [InlineData("contains(a, 'b'[||]", "ends where ')' for the '(' before it was expected")]
    [InlineData("a[ [|)|]", "')' stands where a value was expected")]
    [InlineData("a['x'[||]", "ends where ']' for the '[' before it was expected")]
    [InlineData("github.[||]", "ends where the name of a property or '*' was expected")]
    [InlineData("a.[|0|]", "'0' stands where the name of a property or '*' was expected")]
    [InlineData("[|\"|]push\"", "single quotation marks")]
    [InlineData("[|'push|]", "no closing quotation mark")]
    [InlineData("a [|=|] b", "equality is '=='")]
    [InlineData("a [|&|] b", "joined by '&&'")]
    [InlineData("a [|+|] 1", "cannot calculate")]
    [InlineData("[|12abc|]", "'12abc' is not a number")]
    [InlineData("f(a,[|)|]", "')' stands where a value was expected")]
    [InlineData("'a'[|.|]b", "'.' stands where an operator or the end was expected")]
    [InlineData("[|é|]", "The character U+00E9 is no part of the language")]
    [InlineData("[|😀|]", "'😀' is no part")]
    public void What_is_no_expression_of_GitHub(string text, string message) =>
        Refuses(text, message, ExpressionGrammar.GitHub);

    [Theory]
    [InlineData("a [|==|] b", "write the function eq(a, b)")]
    [InlineData("[|!|]a", "write the function not(a)")]
    [InlineData("a [|&&|] b", "write the function and(a, b)")]
    [InlineData("[|(|]a)", "without the name of a function")]
    [InlineData("eq(a, b) [|c|]", "'c' stands where the end of the expression was expected")]
    public void What_is_no_expression_of_Azure(string text, string message) =>
        Refuses(text, message, ExpressionGrammar.Azure);

    [Fact]
    public void Places_count_from_the_text_around()
    {
        const string text = "echo ${{ contains(github.ref, 'x') }}";
        var slot = TemplateScanner.Scan(text, ExpressionGrammar.GitHub)[0];
        var tree = ExpressionParser.Parse(text, slot.ContentStart, slot.ContentEnd, ExpressionGrammar.GitHub);
        var call = Assert.IsType<CallNode>(tree.Root);
        Assert.Equal("contains(github.ref, 'x')", text[call.Start..call.End]);
        Assert.Equal("github.ref", text[call.Arguments[0].Start..call.Arguments[0].End]);
        Assert.Equal("'x'", text[call.Arguments[1].Start..call.Arguments[1].End]);
    }

    private static string Read(string text, ExpressionGrammar grammar)
    {
        var tree = ExpressionParser.Parse(text, grammar);
        Assert.Null(tree.Problem);
        return Shown(tree.Root!);
    }

    private static void Refuses(string marked, string message, ExpressionGrammar grammar)
    {
        var start = marked.IndexOf("[|", System.StringComparison.Ordinal);
        var end = marked.IndexOf("|]", System.StringComparison.Ordinal) - 2;
        var tree = ExpressionParser.Parse(marked.Remove(end + 2, 2).Remove(start, 2), grammar);
        Assert.Null(tree.Root);
        Assert.Contains(message, tree.Problem!.Value.Message, System.StringComparison.Ordinal);
        Assert.Equal((start, end - start), (tree.Problem.Value.Start, tree.Problem.Value.Length));
    }

    private static string Shown(ExpressionNode node) =>
        node switch
        {
            LiteralNode { Kind: ExpressionTokenKind.String } text => $"'{text.Value}'",
            LiteralNode literal => literal.Value,
            ContextNode context => context.Name,
            GroupNode group => Shown(group.Inner),
            PropertyNode property => $"{Shown(property.Target)}.{property.Name}",
            IndexNode index => $"{Shown(index.Target)}[{Shown(index.Index)}]",
            FilterNode filter => Shown(filter.Target) + ".*",
            CallNode call => $"{call.Name}({string.Join(", ", call.Arguments.Select(Shown))})",
            NotNode not => "!" + Shown(not.Operand),
            LogicalNode logical => "("
                + string.Join(logical.IsAnd ? " && " : " || ", logical.Operands.Select(Shown))
                + ")",
            ComparisonNode comparison =>
                $"({Shown(comparison.Left)} {Sign(comparison.Operator)} {Shown(comparison.Right)})",
            _ => "?",
        };

    private static string Sign(ExpressionTokenKind kind) =>
        kind switch
        {
            ExpressionTokenKind.Equal => "==",
            ExpressionTokenKind.NotEqual => "!=",
            ExpressionTokenKind.Less => "<",
            ExpressionTokenKind.LessOrEqual => "<=",
            ExpressionTokenKind.Greater => ">",
            _ => ">=",
        };
}
