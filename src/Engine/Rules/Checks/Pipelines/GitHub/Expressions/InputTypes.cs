using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// What the events of a workflow say of <c>inputs</c> and of <c>github.event.inputs</c>.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/contexts#inputs-context
/// </summary>
internal sealed class InputTypes
{
    private readonly ImmutableArray<NamedType> _called;

    /// <summary>Reads the value of <c>on</c>.</summary>
    public InputTypes(YamlNode? triggers)
    {
        _called = Inputs(triggers.At("workflow_call").At("inputs"), isCall: true);
        var typed = Inputs(triggers.At("workflow_dispatch").At("inputs"), isCall: false);
        var isOpen = triggers is not (YamlMapping or YamlSequence or YamlScalar);
        Type = isOpen ? ExpressionType.Any : ExpressionType.Object(_called.Concat(typed));

        // In a called workflow the event is the caller's.
        var isDispatched = triggers is YamlMapping mapping && mapping.Has("workflow_dispatch");
        if (isDispatched && !((YamlMapping)triggers!).Has("workflow_call"))
        {
            var texts = typed.Select(static input => ContextTypes.Pair(input.Name, ExpressionType.String));
            Payload = ExpressionType.Object(
                new[] { ContextTypes.Pair("inputs", ExpressionType.Object(texts)) },
                ExpressionType.Any
            );
        }
    }

    /// <summary>All inputs.</summary>
    public ExpressionType Type { get; }

    /// <summary>The payload of the event, where something is known of it; else null.</summary>
    public ExpressionType? Payload { get; }

    /// <summary>The inputs of a called workflow that are declared before one of a number.</summary>
    public ExpressionType Before(int input) => ExpressionType.Object(_called.Take(input));

    private static ImmutableArray<NamedType> Inputs(YamlNode? inputs, bool isCall) =>
        (inputs as YamlMapping)
            ?.Entries.Where(static entry => entry.Key is YamlScalar)
            .Select(entry =>
                ContextTypes.Pair(
                    ((YamlScalar)entry.Key).Value,
                    TypeOf((entry.Value.Target() as YamlMapping)?.Text("type"), isCall)
                )
            )
            .ToImmutableArray()
        ?? ImmutableArray<NamedType>.Empty;

    // Where the type is left out at 'workflow_call', the value may be anything.
    private static ExpressionType TypeOf(string? type, bool isCall) =>
        type switch
        {
            "boolean" => ExpressionType.Bool,
            "number" => ExpressionType.Number,
            "string" or "choice" or "environment" => ExpressionType.String,
            null when !isCall => ExpressionType.String,
            _ => ExpressionType.Any,
        };
}
