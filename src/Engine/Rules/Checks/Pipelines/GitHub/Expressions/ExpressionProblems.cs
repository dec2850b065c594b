using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>What is wrong with the expressions of a workflow or action, found once for all checks.</summary>
internal sealed class ExpressionProblems
{
    private ExpressionProblems(ImmutableArray<SiteProblem> all) => All = all;

    /// <summary>The problems, in the order of the text.</summary>
    public ImmutableArray<SiteProblem> All { get; }

    /// <summary>The problems of a file.</summary>
    public static ExpressionProblems Of(ParsedFile file) => file.Once(Find);

    private static ExpressionProblems Find(ParsedFile parsed)
    {
        var found = ImmutableArray.CreateBuilder<SiteProblem>();

        // Of a file that could be read in part, what is missing says nothing.
        if (parsed.Yaml.Problem is null)
        {
            var file = ExpressionFile.Of(parsed);
            var problems = new List<ExpressionProblem>();
            foreach (var expression in file.Expressions)
            {
                problems.Clear();
                Check(file, expression, problems);
                foreach (var problem in problems)
                {
                    found.Add(new SiteProblem(expression.Site, problem));
                }
            }
        }

        return new ExpressionProblems(found.ToImmutable());
    }

    private static void Check(ExpressionFile file, SiteExpression expression, List<ExpressionProblem> problems)
    {
        if (expression.Tree.Problem is { } problem)
        {
            problems.Add(problem);
            return;
        }

        var type = file.Check(expression, problems);
        if (problems.Count > 0 || expression.Site.IsCondition)
        {
            return;
        }

        var slot = expression.Slot;
        if (expression.IsWhole ? !expression.Site.Accepts(type) : (type.Kind & ValueKinds.Scalar) == 0)
        {
            var (wanted, isText) = expression.IsWhole ? Words(expression.Site) : ("a text", true);
            problems.Add(
                new ExpressionProblem(
                    slot.Start,
                    slot.End - slot.Start,
                    $"The value is {type}, where {wanted} is wanted"
                )
                {
                    IsDoubt = isText,
                    Remedy = isText
                        ? "Make a text of it with 'toJSON' or 'join', or name the property that is meant"
                        : "Give a value of that kind; 'fromJSON' makes one of a string",
                }
            );
        }
    }

    private static (string Words, bool IsText) Words(WorkflowExpressionSite site) =>
        site.Expected switch
        {
            ValueKinds.Bool => ("a boolean", false),
            ValueKinds.Number => ("a number", false),
            ValueKinds.Object => ("an object", false),
            ValueKinds.Array => ("a list", false),
            _ when !site.Keys.IsEmpty => ($"a text or an object with {string.Join(" or ", site.Keys)}", false),
            _ => ("a text", true),
        };
}

/// <summary>What is wrong with an expression.</summary>
internal sealed record SiteProblem(WorkflowExpressionSite Site, ExpressionProblem Problem);
