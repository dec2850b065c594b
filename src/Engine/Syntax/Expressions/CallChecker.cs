using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>Holds the arguments of a call against the function's signature.</summary>
internal static class CallChecker
{
    /// <summary>The type of the result; problems go to a list.</summary>
    public static ExpressionType Check(
        CallNode call,
        ExpressionFunction function,
        ImmutableArray<ExpressionType> arguments,
        List<ExpressionProblem> problems
    )
    {
        if (arguments.Length < function.Fewest || arguments.Length > function.Most)
        {
            problems.Add(
                new ExpressionProblem(
                    call.Start,
                    call.Length,
                    $"The function '{function.Name}' takes {function.Arity}, and not {arguments.Length}"
                )
                {
                    Remedy =
                        arguments.Length < function.Fewest ? "Give the missing argument" : "Take out what is too much",
                }
            );
            return function.Returns;
        }

        for (var index = 0; index < arguments.Length; index++)
        {
            if ((arguments[index].Kind & function.Accepts(index)) == 0)
            {
                var node = call.Arguments[index];
                problems.Add(
                    new ExpressionProblem(
                        node.Start,
                        node.Length,
                        $"Argument {index + 1} of '{function.Name}' is {arguments[index]}, and must be {Words(function.Accepts(index))}"
                    )
                    {
                        IsDoubt = true,
                        Remedy = "Make a text of it with 'toJSON' or 'join', or name the property that is meant",
                    }
                );
            }
        }

        return function.Name switch
        {
            "format" => Format(call, function, problems),
            "fromJSON" => FromJson(call, function, problems),
            "case" => Case(call, arguments, problems),
            _ => function.Returns,
        };
    }

    private static string Words(ValueKinds kinds) =>
        (kinds & ValueKinds.Array) != 0 ? "a string or a list" : "a string";

    private static ExpressionType Format(CallNode call, ExpressionFunction function, List<ExpressionProblem> problems)
    {
        if (call.Arguments[0] is not LiteralNode { Kind: ExpressionTokenKind.String } pattern)
        {
            return function.Returns;
        }

        if (FormatPattern.Problem(pattern.Value, call.Arguments.Length - 1) is { } problem)
        {
            var at = problem.Unused is { } unused ? call.Arguments[unused + 1] : call;
            problems.Add(
                new ExpressionProblem(at.Start, at.Length, problem.Message)
                {
                    IsDoubt = problem.Unused is not null,
                    Remedy = problem.Remedy,
                }
            );
        }

        return function.Returns;
    }

    private static ExpressionType FromJson(CallNode call, ExpressionFunction function, List<ExpressionProblem> problems)
    {
        if (call.Arguments[0] is not LiteralNode { Kind: ExpressionTokenKind.String } json)
        {
            return function.Returns;
        }

        var (type, problem) = JsonType.Of(json.Value);
        if (problem is not null)
        {
            problems.Add(
                new ExpressionProblem(json.Start, json.Length, $"The string is not valid JSON: {problem}")
                {
                    Remedy = "Correct the JSON; text in it stands in double quotation marks",
                }
            );
        }

        return type;
    }

    private static ExpressionType Case(
        CallNode call,
        ImmutableArray<ExpressionType> arguments,
        List<ExpressionProblem> problems
    )
    {
        if (arguments.Length % 2 == 0)
        {
            problems.Add(
                new ExpressionProblem(
                    call.Start,
                    call.Length,
                    "The function 'case' takes pairs of a condition and a value, and a value for all other cases at the end"
                )
                {
                    Remedy = "Give a last argument, the value where no condition holds",
                }
            );
            return ExpressionType.Any;
        }

        var results = arguments.Where((_, index) => index % 2 == 1 || index == arguments.Length - 1);
        return results.Aggregate(ExpressionType.Join);
    }
}
