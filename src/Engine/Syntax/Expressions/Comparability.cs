namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// Which values can be compared. Scalars of two types are turned into numbers first; objects and lists are equal to
/// themselves alone and have no order.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions#operators
/// </summary>
internal static class Comparability
{
    private const ValueKinds Collections = ValueKinds.Object | ValueKinds.Array;
    private const ValueKinds Unordered = Collections | ValueKinds.Null | ValueKinds.Bool;

    /// <summary>Why the comparison of two types says nothing, or null where it may.</summary>
    public static string? Problem(ExpressionTokenKind operation, ExpressionType left, ExpressionType right)
    {
        if (operation is ExpressionTokenKind.Equal or ExpressionTokenKind.NotEqual)
        {
            return NeverEqual(left, right) ? $"{Capital(left)} is never equal to {right}" : null;
        }

        var unordered =
            IsOnly(left, Unordered) ? left
            : IsOnly(right, Unordered) ? right
            : null;
        return unordered is null ? null : $"{Capital(unordered)} is neither less nor greater than another value";
    }

    private static bool NeverEqual(ExpressionType left, ExpressionType right)
    {
        if (left.IsAny || right.IsAny || left.Kind == ValueKinds.Null || right.Kind == ValueKinds.Null)
        {
            return false;
        }

        if (IsOnly(left, Collections) || IsOnly(right, Collections))
        {
            return left.Kind != right.Kind
                || (left.Kind == ValueKinds.Array && NeverEqual(left.Values(), right.Values()));
        }

        return false;
    }

    private static bool IsOnly(ExpressionType type, ValueKinds kinds) => !type.IsAny && (type.Kind & ~kinds) == 0;

    private static string Capital(ExpressionType type)
    {
        var words = type.ToString();
        return char.ToUpperInvariant(words[0]) + words.Substring(1);
    }
}
