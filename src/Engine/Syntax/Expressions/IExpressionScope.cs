using System.Collections.Generic;

namespace Governance.Engine.Syntax.Expressions;

/// <summary>What an expression can refer to where it stands.</summary>
internal interface IExpressionScope
{
    /// <summary>The functions of the grammar.</summary>
    FunctionTable Functions { get; }

    /// <summary>The names of the contexts that exist, here or elsewhere.</summary>
    IEnumerable<string> Contexts { get; }

    /// <summary>Where the expression stands, in words: "in 'jobs.&lt;job_id&gt;.if'".</summary>
    string Place { get; }

    /// <summary>The contexts that are available here, in words; empty where none is.</summary>
    string AvailableContexts { get; }

    /// <summary>The type of a context, whatever the name's case; null where there is none of this name anywhere.</summary>
    ExpressionType? TypeOf(string context);

    /// <summary>Whether a context is available here.</summary>
    bool IsAvailable(string context);

    /// <summary>Whether a function that only some places know is known here.</summary>
    bool IsAvailable(ExpressionFunction function);

    /// <summary>Whether values of a context may be left out on purpose where an alternative follows: <c>matrix.flags || ''</c>.</summary>
    bool IsOptional(string context);

    /// <summary>
    /// What is wrong with a property that a context does not have, where more can be said than that: a sentence. Null for the
    /// plain message.
    /// </summary>
    /// <param name="path">The names that lead to the property, with the context's and its own.</param>
    string? Explain(IReadOnlyList<string> path);
}
