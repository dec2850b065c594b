using Microsoft.CodeAnalysis.CSharp;

namespace Governance.Engine.Generators;

/// <summary>Writes values as C#.</summary>
internal static class CSharp
{
    public static string Literal(string value) => SymbolDisplay.FormatLiteral(value, quote: true);
}
