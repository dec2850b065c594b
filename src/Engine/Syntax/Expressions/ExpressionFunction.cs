using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>A function's signature.</summary>
/// <param name="Name">The name as the documentation writes it; case does not count.</param>
/// <param name="Fewest">The fewest arguments.</param>
/// <param name="Most">The most arguments.</param>
/// <param name="Returns">The type of the result.</param>
/// <param name="Parameters">The kinds each argument may be of; the last stands for all further ones.</param>
internal sealed record ExpressionFunction(
    string Name,
    int Fewest,
    int Most,
    ExpressionType Returns,
    ImmutableArray<ValueKinds> Parameters
)
{
    /// <summary>Any number of arguments.</summary>
    public const int Many = 255;

    /// <summary>Whether only some places of a file know the function.</summary>
    public bool IsOfSomePlaces { get; init; }

    /// <summary>The kinds the argument at an index may be of.</summary>
    public ValueKinds Accepts(int index) =>
        Parameters.IsEmpty ? ValueKinds.Any : Parameters[Math.Min(index, Parameters.Length - 1)];

    /// <summary>How many arguments the function takes, in words.</summary>
    public string Arity =>
        Most == 0 ? "no arguments"
        : Fewest == Most ? Count(Fewest)
        : Most == Many ? $"at least {Count(Fewest)}"
        : $"{Fewest} to {Most} arguments";

    private static string Count(int count) => count == 1 ? "1 argument" : $"{count} arguments";
}

/// <summary>The functions of a grammar.</summary>
internal sealed class FunctionTable
{
    private readonly ImmutableArray<ExpressionFunction> _functions;

    /// <summary>Makes a table.</summary>
    public FunctionTable(ImmutableArray<ExpressionFunction> functions) => _functions = functions;

    /// <summary>The names, as the documentation writes them.</summary>
    public IEnumerable<string> Names => _functions.Select(static function => function.Name);

    /// <summary>The function of a name, whatever its case, or null.</summary>
    public ExpressionFunction? Find(string name)
    {
        // Some thirty at most, and mostly the first few are asked for.
        foreach (var function in _functions)
        {
            if (string.Equals(function.Name, name, StringComparison.OrdinalIgnoreCase))
            {
                return function;
            }
        }

        return null;
    }
}
