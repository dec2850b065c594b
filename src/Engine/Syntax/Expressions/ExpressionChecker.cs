using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>
/// Holds an expression against what it can refer to: names, arguments, types. Where nothing is known of a value nothing is
/// said of it, and one mistake is told once.
/// </summary>
internal sealed class ExpressionChecker
{
    private const string ByNumber = "Index the list by a number, or take its values with '*'";

    private readonly IExpressionScope _scope;
    private readonly List<ExpressionProblem> _problems;
    private readonly NameGuesser _names;

    private ExpressionChecker(IExpressionScope scope, List<ExpressionProblem> problems, NameGuesser names)
    {
        _scope = scope;
        _names = names;
        _problems = problems;
    }

    /// <summary>The type of an expression; what is wrong with it goes to a list.</summary>
    public static ExpressionType Check(
        ExpressionNode root,
        IExpressionScope scope,
        List<ExpressionProblem> problems,
        NameGuesser names
    ) => new ExpressionChecker(scope, problems, names).TypeOf(root);

    private ExpressionType TypeOf(ExpressionNode node) =>
        node switch
        {
            LiteralNode literal => OfLiteral(literal),
            GroupNode group => TypeOf(group.Inner),
            ContextNode context => OfContext(context),
            PropertyNode property => OfProperty(property),
            IndexNode index => OfIndex(index),
            FilterNode filter => OfFilter(filter),
            CallNode call => OfCall(call),
            NotNode not => OfNot(not),
            ComparisonNode comparison => OfComparison(comparison),
            LogicalNode logical => OfLogical(logical),
            _ => ExpressionType.Any,
        };

    private static ExpressionType OfLiteral(LiteralNode literal) =>
        literal.Kind switch
        {
            ExpressionTokenKind.Null => ExpressionType.Null,
            ExpressionTokenKind.True or ExpressionTokenKind.False => ExpressionType.Bool,
            ExpressionTokenKind.Number => ExpressionType.Number,
            ExpressionTokenKind.String => ExpressionType.String,
            _ => ExpressionType.Any,
        };

    private ExpressionType OfContext(ContextNode node)
    {
        if (_scope.TypeOf(node.Name) is not { } type)
        {
            var message = $"There is no context '{node.Name}'{_names.Hint(node.Name, _scope.Contexts)}";
            return Report(
                node.Start,
                node.Length,
                message,
                "Name a context that there is; text stands in single quotation marks"
            );
        }

        if (_scope.IsAvailable(node.Name))
        {
            return type;
        }

        var instead = _scope.AvailableContexts.Length == 0 ? "no context is" : $"{_scope.AvailableContexts} are";
        return Report(
            node.Start,
            node.Length,
            $"The context '{node.Name}' is not available {_scope.Place}, where {instead}",
            "Move the expression to a key where the context is available, or use one that is available here"
        );
    }

    private ExpressionType OfProperty(PropertyNode node)
    {
        var target = TypeOf(node.Target);
        return target.Kind == ValueKinds.Array && target.IsFiltered
            ? ExpressionType.ArrayOf(OfMember(node, target.Values(), node.Name), true)
            : OfMember(node, target, node.Name);
    }

    private ExpressionType OfMember(ExpressionNode node, ExpressionType target, string name)
    {
        if (target.Property(name) is { } type)
        {
            return type;
        }

        if (target.Kind != ValueKinds.Object)
        {
            var what = ExpressionPath.Of(Target(node)) is { } path
                ? $"'{ExpressionPath.Text(path)}'"
                : "the value before it";
            return Doubt(
                node.Start,
                node.Length,
                $"'{name}' is no property, because {what} is {target}",
                $"Take out '{name}', or name the object that has it"
            );
        }

        var full = ExpressionPath.Of(node);
        return Doubt(
            node.Start,
            node.Length,
            (full is null ? null : _scope.Explain(full)) ?? Missing(full, name, target),
            "Name a property that there is at this place, or declare the one that is named"
        );
    }

    private string Missing(IReadOnlyList<string>? path, string name, ExpressionType target)
    {
        var owner = path is null ? "The object" : $"'{ExpressionPath.Text(path.Take(path.Count - 1))}'";
        return target.Count == 0
            ? $"{owner} has no property '{name}': it has none here"
            : $"{owner} has no property '{name}'{_names.Hint(name, target.Names)}";
    }

    private ExpressionType OfIndex(IndexNode node)
    {
        var index = TypeOf(node.Index);
        var target = TypeOf(node.Target);
        if (target.Kind == ValueKinds.Array && target.IsFiltered)
        {
            return ExpressionType.ArrayOf(ExpressionType.Any, true);
        }

        if (node.Index is LiteralNode { Kind: ExpressionTokenKind.String } literal && !target.IsAny)
        {
            return target.Kind == ValueKinds.Array
                ? Doubt(
                    node.Index.Start,
                    node.Index.Length,
                    "A list is indexed by a number, and this is a string",
                    ByNumber
                )
                : OfMember(node, target, literal.Value);
        }

        switch (target.Kind)
        {
            case ValueKinds.Array when Excludes(index, ValueKinds.Number):
                return Doubt(
                    node.Index.Start,
                    node.Index.Length,
                    $"A list is indexed by a number, and this is {index}",
                    ByNumber
                );
            case ValueKinds.Object when Excludes(index, target.IsOfWords ? ValueKinds.String : ValueKinds.Scalar):
                return Doubt(
                    node.Index.Start,
                    node.Index.Length,
                    $"A property is named by a string, and this is {index}",
                    "Name the property in single quotation marks, or by an expression that is a string"
                );
            case ValueKinds.Array or ValueKinds.Object:
                return target.Values();
            case ValueKinds.Any:
                return target;
            default:
                return Doubt(
                    node.Start,
                    node.Length,
                    $"There is nothing to take out of {target}",
                    "Take out the index, or name an object or a list"
                );
        }
    }

    private ExpressionType OfFilter(FilterNode node)
    {
        var target = TypeOf(node.Target);
        return (target.Kind & (ValueKinds.Array | ValueKinds.Object)) == 0
            ? Doubt(
                node.Start,
                node.Length,
                $"'*' takes all values of an object or list, and this is {target}",
                "Take out the '*', or name an object or a list"
            )
            : ExpressionType.ArrayOf(target.IsFiltered ? target.Values().Values() : target.Values(), true);
    }

    private ExpressionType OfCall(CallNode node)
    {
        var arguments = ImmutableArray.CreateRange(node.Arguments.Select(TypeOf));
        if (_scope.Functions.Find(node.Name) is not { } function)
        {
            var guess = _names.Hint(node.Name, _scope.Functions.Names);
            return Report(
                node.Start,
                node.Name.Length,
                $"There is no function '{node.Name}'{guess}",
                "Name a function that there is"
            );
        }

        if (function.IsOfSomePlaces && !_scope.IsAvailable(function))
        {
            var message = $"The function '{function.Name}' is not available {_scope.Place}";
            return Report(
                node.Start,
                node.Name.Length,
                message,
                "Move the call to a key where the function is available"
            );
        }

        return CallChecker.Check(node, function, arguments, _problems);
    }

    private ExpressionType OfNot(NotNode node)
    {
        TypeOf(node.Operand);
        return ExpressionType.Bool;
    }

    private ExpressionType OfComparison(ComparisonNode node)
    {
        var (left, right) = (TypeOf(node.Left), TypeOf(node.Right));
        if (Comparability.Problem(node.Operator, left, right) is { } message)
        {
            Doubt(
                node.Start,
                node.Length,
                message,
                "Compare values of one kind: a property of the object, or a literal of the same type"
            );
        }

        return ExpressionType.Bool;
    }

    // Which operand it will be is known only in the run.
    private ExpressionType OfLogical(LogicalNode node)
    {
        ExpressionType? joined = null;
        for (var index = 0; index < node.Operands.Length; index++)
        {
            var isLast = index == node.Operands.Length - 1;
            var type = node.IsAnd || isLast ? TypeOf(node.Operands[index]) : WithAlternative(node.Operands[index]);
            joined = joined is null ? type : ExpressionType.Join(joined, type);
        }

        return joined ?? ExpressionType.Any;
    }

    private ExpressionType WithAlternative(ExpressionNode operand)
    {
        var before = _problems.Count;
        var type = TypeOf(operand);
        if (
            _problems.Count > before
            && operand is PropertyNode
            && ExpressionPath.Of(operand) is { } path
            && _scope.IsAvailable(path[0])
            && _scope.IsOptional(path[0])
        )
        {
            _problems.RemoveRange(before, _problems.Count - before);
        }

        return type;
    }

    private static ExpressionNode Target(ExpressionNode node) =>
        node switch
        {
            PropertyNode property => property.Target,
            IndexNode index => index.Target,
            _ => node,
        };

    private static bool Excludes(ExpressionType type, ValueKinds kind) => (type.Kind & kind) == 0;

    private ExpressionType Doubt(int start, int length, string message, string remedy)
    {
        _problems.Add(new ExpressionProblem(start, length, message) { IsDoubt = true, Remedy = remedy });
        return ExpressionType.Any;
    }

    private ExpressionType Report(int start, int length, string message, string remedy)
    {
        _problems.Add(new ExpressionProblem(start, length, message) { Remedy = remedy });
        return ExpressionType.Any;
    }
}
