using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Tests.Syntax.Expressions;

/// <summary>A few contexts to refer to; <c>hidden</c> is not available, and neither are functions of some places only.</summary>
internal sealed class SampleScope(FunctionTable functions) : IExpressionScope
{
    private static readonly Dictionary<string, ExpressionType> Types = new(StringComparer.OrdinalIgnoreCase)
    {
        ["github"] = ExpressionType.Object(
            ("ref", ExpressionType.String),
            ("event", ExpressionType.OpenObject),
            ("ref_protected", ExpressionType.Bool)
        ),
        ["env"] = ExpressionType.Variables,
        ["ports"] = ExpressionType.StringMap,
        ["list"] = ExpressionType.ArrayOf(ExpressionType.Object(("name", ExpressionType.String))),
        ["numbers"] = ExpressionType.ArrayOf(ExpressionType.Number),
        ["count"] = ExpressionType.Number,
        ["matrix"] = ExpressionType.Object(("os", ExpressionType.String)),
        ["anything"] = ExpressionType.Any,
        ["hidden"] = ExpressionType.String,
    };

    public FunctionTable Functions => functions;

    public IEnumerable<string> Contexts => Types.Keys;

    public string Place => "in 'here'";

    public string AvailableContexts => "env, github";

    public ExpressionType? TypeOf(string context) => Types.GetValueOrDefault(context);

    public bool IsAvailable(string context) => !string.Equals(context, "hidden", StringComparison.OrdinalIgnoreCase);

    public bool IsAvailable(ExpressionFunction function) => false;

    public bool IsOptional(string context) => context == "matrix";

    public string? Explain(IReadOnlyList<string> path) =>
        path.SequenceEqual(["github", "told"]) ? "A sentence of the scope" : null;
}
