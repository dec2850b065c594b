using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Tests.Syntax.Expressions;

/// <summary>What expressions may refer to, and what types they have.</summary>
public sealed class ExpressionCheckerTests
{
    [Theory]
    [InlineData("github.ref", "a string")]
    [InlineData("GITHUB.Ref", "a string")]
    [InlineData("github['ref']", "a string")]
    [InlineData("github.event.anything.at.all", "any value")]
    [InlineData("github.event.commits[0].message", "any value")]
    [InlineData("env.HOME", "a string")]
    [InlineData("ports[5432]", "a string")]
    [InlineData("ports[count]", "a string")]
    [InlineData("list.*.name", "a list")]
    [InlineData("list.*['name']", "a list")]
    [InlineData("list[0].name", "a string")]
    [InlineData("github.event.*.*.x", "a list")]
    [InlineData("!github", "a boolean")]
    [InlineData("github.ref == 'x' && 'a' || 'b'", "any value")]
    [InlineData("'a' || 'b'", "a string")]
    [InlineData("count > 1", "a boolean")]
    [InlineData("github.event == null", "a boolean")]
    [InlineData("anything == list", "a boolean")]
    [InlineData("'1' == 1", "a boolean")]
    [InlineData("fromJSON('{\"a\": [1, 2]}').a[1]", "a number")]
    [InlineData("fromJSON('null')", "null")]
    [InlineData("FromJson(env.X).y", "any value")]
    [InlineData("format('{0} {{x}} {1}', 1, list)", "a string")]
    [InlineData("join(list.*.name, ', ')", "a string")]
    [InlineData("contains(list, 'x')", "a boolean")]
    [InlineData("case(true, 'a', 'b')", "a string")]
    [InlineData("matrix.missing || 'none'", "any value")]
    public void Accepts(string text, string type)
    {
        var (found, problems) = Check(text, GitHubFunctions.Table);
        Assert.Empty(problems);
        Assert.Equal(type, found.ToString());
    }

    [Theory]
    [InlineData("[|githb|].ref", "There is no context 'githb'; did you mean 'github'?")]
    [InlineData("[|hidden|]", "The context 'hidden' is not available in 'here', where env, github are")]
    [InlineData("[|github.reff|]", "'github' has no property 'reff'; did you mean 'ref'?")]
    [InlineData("[|github['reff']|]", "'github' has no property 'reff'; did you mean 'ref'?")]
    [InlineData("[|github.told|]", "A sentence of the scope")]
    [InlineData("[|github.ref.x|]", "'x' is no property, because 'github.ref' is a string")]
    [InlineData("[|list.name|]", "'name' is no property, because 'list' is a list")]
    [InlineData("[|list.*.nam|]", "has no property 'nam'; did you mean 'name'?")]
    [InlineData("list[[|'x'|]]", "A list is indexed by a number, and this is a string")]
    [InlineData("list[[|github.ref|]]", "A list is indexed by a number, and this is a string")]
    [InlineData("github[[|count|]]", "A property is named by a string, and this is a number")]
    [InlineData("env[[|0|]]", "A property is named by a string, and this is a number")]
    [InlineData("[|github.ref[0]|]", "There is nothing to take out of a string")]
    [InlineData("[|count.*|]", "'*' takes all values of an object or list, and this is a number")]
    [InlineData("[|startWith|]('a', 'b')", "There is no function 'startWith'; did you mean 'startsWith'?")]
    [InlineData("[|always|]()", "The function 'always' is not available in 'here'")]
    [InlineData("[|startsWith('a')|]", "The function 'startsWith' takes 2 arguments, and not 1")]
    [InlineData("[|join()|]", "takes 1 to 2 arguments, and not 0")]
    [InlineData("startsWith('a', [|github|])", "Argument 2 of 'startsWith' is an object, and must be a string")]
    [InlineData("contains([|github|], 'x')", "Argument 1 of 'contains' is an object, and must be a string or a list")]
    [InlineData("[|format('{0} {1}', 1)|]", "asks for {1}, and only 1 argument is given")]
    [InlineData("format('{0}', 1, [|2|])", "has no {1}, so that argument 3 is not used")]
    [InlineData("[|format('{x}')|]", "a '{' without a number")]
    [InlineData("[|format('}')|]", "a '}' that closes nothing")]
    [InlineData("fromJSON([|'{\"a\"'|])", "not valid JSON")]
    [InlineData("[|case(true, 1, false, 2)|]", "pairs of a condition and a value")]
    [InlineData("[|github == 'x'|]", "An object is never equal to a string")]
    [InlineData("[|list == github|]", "A list is never equal to an object")]
    [InlineData("[|numbers != list|]", "A list is never equal to a list")]
    [InlineData("[|github.ref_protected > 1|]", "A boolean is neither less nor greater")]
    [InlineData("[|count < null|]", "Null is neither less nor greater")]
    [InlineData("[|matrix.missing|]", "'matrix' has no property 'missing'")]
    [InlineData("'x' || [|matrix.missing|]", "'matrix' has no property 'missing'")]
    public void Refuses(string marked, string message) => HoldRefused(marked, message, GitHubFunctions.Table);

    [Theory]
    [InlineData("[|equals|](1, 2)", "There is no function 'equals'")]
    [InlineData("[|eq(1)|]", "The function 'eq' takes 2 arguments, and not 1")]
    [InlineData("[|and(1)|]", "takes at least 2 arguments, and not 1")]
    [InlineData("[|counter|]('a', 1)", "The function 'counter' is not available in 'here'")]
    public void Refuses_at_Azure(string marked, string message) => HoldRefused(marked, message, AzureFunctions.Table);

    [Theory]
    [InlineData("iif(eq(github.ref, 'x'), 'a', 'b')")]
    [InlineData("CoAlesce(env.a, env.b, 'c')")]
    [InlineData("containsValue(github, 'x')")]
    [InlineData("length(split('a,b', ','))")]
    public void Accepts_at_Azure(string text) => Assert.Empty(Check(text, AzureFunctions.Table).Problems);

    private static void HoldRefused(string marked, string message, FunctionTable functions)
    {
        var start = marked.IndexOf("[|", StringComparison.Ordinal);
        var end = marked.IndexOf("|]", StringComparison.Ordinal) - 2;
        var (_, problems) = Check(marked.Remove(end + 2, 2).Remove(start, 2), functions);
        var problem = Assert.Single(problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((start, end - start), (problem.Start, problem.Length));
    }

    private static (ExpressionType Type, List<ExpressionProblem> Problems) Check(string text, FunctionTable functions)
    {
        var grammar = functions == AzureFunctions.Table ? ExpressionGrammar.Azure : ExpressionGrammar.GitHub;
        var tree = ExpressionParser.Parse(text, grammar);
        Assert.Null(tree.Problem);
        var problems = new List<ExpressionProblem>();
        return (ExpressionChecker.Check(tree.Root!, new SampleScope(functions), problems, new NameGuesser()), problems);
    }
}
