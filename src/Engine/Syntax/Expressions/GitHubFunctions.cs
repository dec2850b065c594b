using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// The functions of GitHub Actions.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#functions
/// </summary>
internal static class GitHubFunctions
{
    // Null and scalars are turned into strings where a function wants one; collections are not.
    private const ValueKinds Text = ValueKinds.Scalar | ValueKinds.Null;

    public static FunctionTable Table { get; } =
        new(
            ImmutableArray.Create(
                Of("contains", 2, 2, ExpressionType.Bool, Text | ValueKinds.Array, ValueKinds.Any),
                Of("startsWith", 2, 2, ExpressionType.Bool, Text),
                Of("endsWith", 2, 2, ExpressionType.Bool, Text),
                Of("format", 1, ExpressionFunction.Many, ExpressionType.String, Text, ValueKinds.Any),
                Of("join", 1, 2, ExpressionType.String, Text | ValueKinds.Array, Text),
                Of("toJSON", 1, 1, ExpressionType.String, ValueKinds.Any),
                Of("fromJSON", 1, 1, ExpressionType.Any, Text),
                Of("case", 3, ExpressionFunction.Many, ExpressionType.Any, ValueKinds.Any),
                OfPlaces("hashFiles", 1, ExpressionType.String, Text),
                OfPlaces("always", 0, ExpressionType.Bool, ValueKinds.Any),
                OfPlaces("success", 0, ExpressionType.Bool, Text),
                OfPlaces("failure", 0, ExpressionType.Bool, Text),
                OfPlaces("cancelled", 0, ExpressionType.Bool, ValueKinds.Any)
            )
        );

    private static ExpressionFunction Of(
        string name,
        int fewest,
        int most,
        ExpressionType returns,
        params ValueKinds[] parameters
    ) => new(name, fewest, most, returns, ImmutableArray.Create(parameters));

    // A job's condition may name jobs in success() and failure(); the two others take nothing.
    private static ExpressionFunction OfPlaces(
        string name,
        int fewest,
        ExpressionType returns,
        params ValueKinds[] parameters
    ) =>
        Of(name, fewest, name is "always" or "cancelled" ? 0 : ExpressionFunction.Many, returns, parameters) with
        {
            IsOfSomePlaces = true,
        };
}
