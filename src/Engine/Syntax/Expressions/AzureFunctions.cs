using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// The functions of Azure Pipelines.
/// https://learn.microsoft.com/azure/devops/pipelines/process/expressions#functions
/// </summary>
internal static class AzureFunctions
{
    private const int Many = ExpressionFunction.Many;

    public static FunctionTable Table { get; } =
        new(
            ImmutableArray.Create(
                Of("and", 2, Many, ExpressionType.Bool),
                Of("or", 2, Many, ExpressionType.Bool),
                Of("not", 1, 1, ExpressionType.Bool),
                Of("xor", 2, 2, ExpressionType.Bool),
                Of("eq", 2, 2, ExpressionType.Bool),
                Of("ne", 2, 2, ExpressionType.Bool),
                Of("gt", 2, 2, ExpressionType.Bool),
                Of("ge", 2, 2, ExpressionType.Bool),
                Of("lt", 2, 2, ExpressionType.Bool),
                Of("le", 2, 2, ExpressionType.Bool),
                Of("in", 2, Many, ExpressionType.Bool),
                Of("notIn", 2, Many, ExpressionType.Bool),
                Of("contains", 2, 2, ExpressionType.Bool),
                Of("containsValue", 2, 2, ExpressionType.Bool),
                Of("startsWith", 2, 2, ExpressionType.Bool),
                Of("endsWith", 2, 2, ExpressionType.Bool),
                Of("coalesce", 2, Many, ExpressionType.Any),
                Of("convertToJson", 1, 1, ExpressionType.String),
                Of("format", 1, Many, ExpressionType.String),
                Of("iif", 3, 3, ExpressionType.Any),
                Of("join", 2, 2, ExpressionType.String),
                Of("length", 1, 1, ExpressionType.Number),
                Of("lower", 1, 1, ExpressionType.String),
                Of("upper", 1, 1, ExpressionType.String),
                Of("replace", 3, 3, ExpressionType.String),
                Of("split", 2, 2, ExpressionType.ArrayOf(ExpressionType.String)),
                Of("trim", 1, 1, ExpressionType.String),
                Of("counter", 0, 2, ExpressionType.Number) with
                {
                    IsOfSomePlaces = true,
                },
                OfConditions("always", 0),
                OfConditions("canceled", 0),
                OfConditions("failed", Many),
                OfConditions("succeeded", Many),
                OfConditions("succeededOrFailed", Many)
            )
        );

    // Values are turned into one another nearly everywhere, so that no kind is refused.
    private static ExpressionFunction Of(string name, int fewest, int most, ExpressionType returns) =>
        new(name, fewest, most, returns, ImmutableArray<ValueKinds>.Empty);

    private static ExpressionFunction OfConditions(string name, int most) =>
        Of(name, 0, most, ExpressionType.Bool) with
        {
            IsOfSomePlaces = true,
        };
}
