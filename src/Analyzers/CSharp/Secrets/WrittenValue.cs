using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp.Secrets;

/// <summary>Looks through names to what was written where they are declared, as long as nothing else is ever given to them.</summary>
internal static class WrittenValue
{
    /// <summary>So many names are followed: a name that stands for itself would never end.</summary>
    private const int MostNames = 16;

    /// <summary>The operation that a value comes from; of a name that is not known to mean one value, the value itself.</summary>
    public static IOperation Of(IOperation value)
    {
        var current = WithoutConversions(value);
        for (var names = 0; names < MostNames; names++)
        {
            if (
                current.SemanticModel is not { } model
                || Declared(current) is not { } written
                || written.SyntaxTree != model.SyntaxTree
                || model.GetOperation(written) is not { } operation
            )
            {
                return current;
            }

            current = WithoutConversions(operation);
        }

        return current;
    }

    /// <summary>The text of a constant, and where it is written, which may be another file; null for all else.</summary>
    public static (string Text, SyntaxNode Place)? ConstantOf(IOperation value)
    {
        var declared = Declared(value);
        if (value.ConstantValue is { HasValue: true, Value: { } constant } && constant is string or int or bool or char)
        {
            // A constant of a library is not written here.
            return Referred(value) is null || declared is not null
                ? (constant.ToString()!, declared ?? value.Syntax)
                : null;
        }

        return declared is LiteralExpressionSyntax literal && literal.IsKind(SyntaxKind.StringLiteralExpression)
            ? (literal.Token.ValueText, literal)
            : null;
    }

    /// <summary>The value without the conversions around it.</summary>
    public static IOperation WithoutConversions(IOperation value)
    {
        while (true)
        {
            switch (value)
            {
                case IConversionOperation conversion:
                    value = conversion.Operand;
                    break;
                case IParenthesizedOperation parenthesized:
                    value = parenthesized.Operand;
                    break;
                default:
                    return value;
            }
        }
    }

    private static ISymbol? Referred(IOperation value) =>
        value switch
        {
            ILocalReferenceOperation local => local.Local,
            IFieldReferenceOperation field => field.Field,
            IParameterReferenceOperation parameter => parameter.Parameter,
            IPropertyReferenceOperation property => property.Property,
            _ => null,
        };

    private static ExpressionSyntax? Declared(IOperation value)
    {
        if (
            Referred(value) is not { DeclaringSyntaxReferences: { Length: 1 } declarations } symbol
            || DevelopmentCode.IsNamed(symbol)
        )
        {
            return null;
        }

        var declaration = declarations[0].GetSyntax();
        return symbol switch
        {
            ILocalSymbol
            or IFieldSymbol when declaration is VariableDeclaratorSyntax { Initializer.Value: var given } => IsConstant(
                symbol
            ) || !IsGivenAnother(symbol.Name, ScopeOf(symbol, declaration))
                ? given
                : null,
            IParameterSymbol when declaration is ParameterSyntax { Default.Value: var given } => given,
            IPropertySymbol { SetMethod: null } when declaration is PropertyDeclarationSyntax property => property
                .ExpressionBody
                ?.Expression
                ?? (IsGivenAnother(symbol.Name, property.Parent!) ? null : property.Initializer?.Value),
            _ => null,
        };
    }

    private static bool IsConstant(ISymbol symbol) =>
        symbol is ILocalSymbol { IsConst: true } or IFieldSymbol { IsConst: true };

    // Nobody outside the type gives a value to a read-only field; one that is not may be given another from anywhere.
    private static SyntaxNode? ScopeOf(ISymbol symbol, SyntaxNode declaration) =>
        symbol switch
        {
            IFieldSymbol { IsReadOnly: false } => null,
            IFieldSymbol => declaration.FirstAncestorOrSelf<TypeDeclarationSyntax>(),
            // Top-level statements are members of the file.
            _ => declaration.FirstAncestorOrSelf<GlobalStatementSyntax>()?.Parent
                ?? declaration.FirstAncestorOrSelf<MemberDeclarationSyntax>(),
        };

    // By name, which may count another's values as well: then nothing is said.
    private static bool IsGivenAnother(string name, SyntaxNode? scope) =>
        scope is null
        || scope
            .DescendantNodes()
            .Any(node =>
                node switch
                {
                    AssignmentExpressionSyntax assignment => IsName(assignment.Left, name),
                    ArgumentSyntax { RefKindKeyword.RawKind: not 0 } argument => IsName(argument.Expression, name),
                    _ => false,
                }
            );

    private static bool IsName(ExpressionSyntax expression, string name) =>
        expression switch
        {
            IdentifierNameSyntax identifier => identifier.Identifier.ValueText == name,
            MemberAccessExpressionSyntax { Expression: ThisExpressionSyntax } member => member.Name.Identifier.ValueText
                == name,
            _ => false,
        };
}
