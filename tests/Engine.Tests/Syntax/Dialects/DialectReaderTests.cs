using System.Linq;
using System.Text;
using Governance.Engine.Rules.Checks.Pipelines;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Tests.Syntax.Dialects;

public sealed class DialectReaderTests
{
    [Fact]
    public void Nothing_is_wrong_with_the_dialects_of_the_engine()
    {
        Assert.Empty(EmbeddedDialect.Workflow.Problems);
        Assert.Empty(EmbeddedDialect.Action.Problems);
        Assert.Empty(EmbeddedDialect.Dependabot.Problems);
        Assert.Empty(EmbeddedDialect.AzurePipelines.Problems);
    }

    [Theory]
    [InlineData(
        "root: workflow\ntypes:\n  workflow: { keys: { a: txet } }\n  text: { scalar: text }\n",
        3,
        26,
        "did you mean 'text'"
    )]
    [InlineData("root: a\ntypes:\n  a: { scalar: string }\n", 3, 16, "a scalar is one of")]
    [InlineData("root: a\ntypes:\n  a: { scalr: text }\n", 3, 8, "a type has no such key")]
    [InlineData("root: a\ntypes:\n  a: text\n", 3, 6, "must be a mapping")]
    [InlineData("root: a\ntypes:\n  a: { keys: [b] }\n", 3, 14, "'keys' must be a mapping")]
    [InlineData("root: a\ntypes: {\n", 2, 8, "")]
    [InlineData("root: a\ntypes:\n  a: { scalar: text, format: corn }\n", 3, 30, "no format is called 'corn'")]
    [InlineData(
        "root: a\ntypes:\n  a: { scalar: text, pattern: '[a' }\n",
        3,
        31,
        "the pattern '[a' is no regular expression"
    )]
    [InlineData("root: a\ntypes:\n  a: { scalar: text, pattern: '(?=a)b' }\n", 3, 31, "matched in linear time")]
    [InlineData("types: {}\n", 1, 1, "is not described")]
    public void A_mistake_in_a_dialect_is_told_at_its_place(string text, int line, int column, string message)
    {
        var problem = DialectReader.Read(new SourceText(text), DialectLanguage.Plain).Problems.First();
        Assert.Contains(message, problem.Message, System.StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Span.StartLine, problem.Span.StartColumn));
    }

    [Fact]
    public void A_dialect_that_would_grow_without_bound_is_a_mistake()
    {
        var text = new StringBuilder("root: a\ntypes:\n  a: { keys: {");
        for (var key = 0; key < 1000; key++)
        {
            text.Append(" k").Append(key).Append(": a,");
        }

        text.Append(" } }\n");
        for (var type = 0; type < 1000; type++)
        {
            text.Append("  t").Append(type).Append(": { keys: { own: a }, with: [a, a, a] }\n");
        }

        var dialect = DialectReader.Read(new SourceText(text.ToString()), DialectLanguage.Plain);
        Assert.Contains(dialect.Problems, static problem => problem.Message == "the dialect has more than 50000 keys");
    }

    [Fact]
    public void What_is_right_in_a_dialect_with_mistakes_counts()
    {
        var dialect = DialectReader.Read(
            new SourceText("root: a\ntypes:\n  a: { keys: { b: missing, c: text } }\n  text: { scalar: text }\n"),
            DialectLanguage.Plain
        );
        var keys = dialect.Root.Type.Mapping!.Keys;
        Assert.True(keys[0].Use.Type.IsAnything);
        Assert.NotNull(keys[1].Use.Type.Scalar);
    }
}
