using System;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp;

/// <summary>Tells which outcome of a condition means development.</summary>
internal static class DevelopmentCondition
{
    /// <summary>The outcome that occurs in development only; null where neither does.</summary>
    public static bool? Of(IOperation condition) =>
        LocalValue.Of(condition) switch
        {
            IUnaryOperation { OperatorKind: UnaryOperatorKind.Not } not => !Of(not.Operand),
            IParenthesizedOperation inner => Of(inner.Operand),
            IBinaryOperation binary => OfBinary(binary),
            IInvocationOperation call => OfCall(call),
            // A library that cannot be found, or half-typed code.
            IInvalidOperation
            {
                Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax member }
            } => OfName(member.Name.Identifier.ValueText),
            IMemberReferenceOperation member => OfName(member.Member.Name),
            ILocalReferenceOperation local => OfName(local.Local.Name),
            IParameterReferenceOperation parameter => OfName(parameter.Parameter.Name),
            _ => null,
        };

    private static bool? OfBinary(IBinaryOperation binary) =>
        binary.OperatorKind switch
        {
            BinaryOperatorKind.ConditionalAnd or BinaryOperatorKind.And => Either(binary, true),
            BinaryOperatorKind.ConditionalOr or BinaryOperatorKind.Or => Either(binary, false),
            BinaryOperatorKind.Equals when IsWord(binary.LeftOperand) || IsWord(binary.RightOperand) => true,
            BinaryOperatorKind.NotEquals when IsWord(binary.LeftOperand) || IsWord(binary.RightOperand) => false,
            _ => null,
        };

    // Both of "a && b" are true where it is, and both of "a || b" are false where it is.
    private static bool? Either(IBinaryOperation binary, bool outcome) =>
        Of(binary.LeftOperand) == outcome || Of(binary.RightOperand) == outcome ? outcome : null;

    private static bool? OfCall(IInvocationOperation call) =>
        call.TargetMethod.Name is "IsEnvironment" or "Equals"
            ? HasWord(call)
                ? true
                : null
            : OfName(call.TargetMethod.Name);

    private static bool HasWord(IInvocationOperation call)
    {
        foreach (var argument in call.Arguments)
        {
            if (IsWord(argument.Value))
            {
                return true;
            }
        }

        return call.Instance is { } instance && IsWord(instance);
    }

    private static bool? OfName(string name) =>
        name.TrimStart('_').ToUpperInvariant() switch
        {
            "ISDEVELOPMENT" or "ISDEV" or "ISLOCAL" or "ISDEBUG" or "ISATTACHED" or "ISLOCALDEVELOPMENT" => true,
            "ISPRODUCTION" or "ISPROD" => false,
            _ => null,
        };

    private static bool IsWord(IOperation operation) =>
        operation.ConstantValue is { HasValue: true, Value: string text }
        && (
            text.Equals("Development", StringComparison.OrdinalIgnoreCase)
            || text.Equals("Local", StringComparison.OrdinalIgnoreCase)
            || text.Equals("Dev", StringComparison.OrdinalIgnoreCase)
        );
}
