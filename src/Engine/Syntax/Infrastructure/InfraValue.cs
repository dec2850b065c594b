using System;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Infrastructure;

/// <summary>
/// A value in a template of infrastructure (Bicep, ARM, Terraform) with its place: what the file says, and nothing evaluated.
/// Places are offsets into the file's text, in UTF-16 units.
/// </summary>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public abstract record InfraValue(int Start, int End);

/// <summary>A text that is written out whole.</summary>
/// <param name="Text">The text, without quotation marks and escapes.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public sealed record InfraText(string Text, int Start, int End) : InfraValue(Start, End);

/// <summary>Anything that is worked out: a name, a call, a text with parts to fill in, a number, a truth value.</summary>
/// <param name="Source">As it is written.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public sealed record InfraExpression(string Source, int Start, int End) : InfraValue(Start, End);

/// <summary>A list; one that a loop makes has the one value that is repeated.</summary>
/// <param name="Items">The values.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public sealed record InfraList(ImmutableArray<InfraValue> Items, int Start, int End) : InfraValue(Start, End);

/// <summary>Names with values, in the order written.</summary>
/// <param name="Members">The members; a name may come twice.</param>
/// <param name="Start">The offset of the first character.</param>
/// <param name="End">The offset behind the last character.</param>
public sealed record InfraObject(ImmutableArray<InfraMember> Members, int Start, int End) : InfraValue(Start, End)
{
    /// <summary>The value of the first member of a name, without case; null where there is none.</summary>
    public InfraValue? this[string name]
    {
        get
        {
            foreach (var member in Members)
            {
                if (string.Equals(member.Name, name, StringComparison.OrdinalIgnoreCase))
                {
                    return member.Value;
                }
            }

            return null;
        }
    }
}

/// <summary>A member of an object.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public sealed record InfraMember(string Name, InfraValue Value);

/// <summary>A resource that a template declares, wherever it is nested.</summary>
/// <param name="Symbol">What the template calls it; empty where it has no such name.</param>
/// <param name="Type">Its type without a version: <c>Microsoft.Authorization/roleAssignments</c>.</param>
/// <param name="Body">What is said of it.</param>
/// <param name="IsExisting">Whether it is only referred to.</param>
public sealed record InfraResource(string Symbol, string Type, InfraObject Body, bool IsExisting);

/// <summary>Another template that is deployed with values for its parameters.</summary>
/// <param name="Path">Its path as written.</param>
/// <param name="Parameters">The values; null where none are given.</param>
public sealed record InfraModule(string Path, InfraObject? Parameters);

/// <summary>What a template declares, whatever its language.</summary>
public sealed record InfraTemplate
{
    /// <summary>A template that declares nothing.</summary>
    public static InfraTemplate Empty { get; } = new();

    /// <summary>The resources, also those within others, in the order of the text.</summary>
    public ImmutableArray<InfraResource> Resources { get; init; } = ImmutableArray<InfraResource>.Empty;

    /// <summary>The modules, in the order of the text.</summary>
    public ImmutableArray<InfraModule> Modules { get; init; } = ImmutableArray<InfraModule>.Empty;

    /// <summary>The parameters, each with its default or, in a file of parameters, its value; without one an expression of nothing.</summary>
    public ImmutableArray<InfraMember> Parameters { get; init; } = ImmutableArray<InfraMember>.Empty;

    /// <summary>The variables.</summary>
    public ImmutableArray<InfraMember> Variables { get; init; } = ImmutableArray<InfraMember>.Empty;

    /// <summary>The template whose parameters a file of parameters gives; null where the file names none.</summary>
    public string? Using { get; init; }

    /// <summary>The first thing that does not belong; null where all does.</summary>
    public SyntaxProblem? Problem { get; init; }
}
