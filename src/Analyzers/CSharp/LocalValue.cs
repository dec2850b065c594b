using System.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace Governance.Analyzers.CSharp;

/// <summary>Looks through conversions and locals to what was written.</summary>
internal static class LocalValue
{
    /// <summary>
    /// The operation that a value comes from: of a local that is given a value where it is declared and is used nowhere else but
    /// here, that value; of anything else the value itself.
    /// </summary>
    public static IOperation Of(IOperation value)
    {
        var bare = WithoutConversions(value);
        if (
            bare is not ILocalReferenceOperation { Local: var local, SemanticModel: { } model }
            || local.DeclaringSyntaxReferences.Length != 1
            || local.DeclaringSyntaxReferences[0].GetSyntax() is not VariableDeclaratorSyntax declarator
            || declarator.Initializer is not { } initializer
            || UsesOf(declarator) > 1
        )
        {
            return bare;
        }

        return model.GetOperation(initializer.Value) is { } written ? WithoutConversions(written) : bare;
    }

    private static IOperation WithoutConversions(IOperation value)
    {
        while (value is IConversionOperation conversion)
        {
            value = conversion.Operand;
        }

        return value;
    }

    // By name, which may count another local's uses as well: then nothing is said.
    private static int UsesOf(VariableDeclaratorSyntax declarator) =>
        declarator
            .FirstAncestorOrSelf<MemberDeclarationSyntax>()
            ?.DescendantNodes()
            .OfType<IdentifierNameSyntax>()
            .Count(name => name.Identifier.ValueText == declarator.Identifier.ValueText)
        ?? int.MaxValue;
}
