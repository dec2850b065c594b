using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace Governance.Analyzers.CodeFixes;

/// <summary>Names of settings, after what the code calls a value.</summary>
internal static class SettingName
{
    /// <summary>After the variable, field or property that a value is declared as; null where it is none.</summary>
    public static string? DeclaredAt(SyntaxNode value) =>
        value.Parent is EqualsValueClauseSyntax clause
            ? clause.Parent switch
            {
                VariableDeclaratorSyntax variable => Of(variable.Identifier.ValueText),
                PropertyDeclarationSyntax property => Of(property.Identifier.ValueText),
                _ => null,
            }
            : null;

    // s_searchKey, SearchKey, searchKey: SEARCH_KEY
    private static string? Of(string identifier)
    {
        var name = new StringBuilder();
        var start = identifier.StartsWith("s_", System.StringComparison.Ordinal) ? 2 : 0;
        for (var at = start; at < identifier.Length; at++)
        {
            var sign = identifier[at];
            if (name.Length > 0 && char.IsUpper(sign) && !char.IsUpper(identifier[at - 1]))
            {
                name.Append('_');
            }

            if (sign is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9'))
            {
                name.Append(char.ToUpperInvariant(sign));
            }
        }

        // One letter or two name nothing.
        return name.Length > 2 ? name.ToString() : null;
    }
}
