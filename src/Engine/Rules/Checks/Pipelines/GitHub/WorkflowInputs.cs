using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// The inputs of <c>workflow_dispatch</c> and <c>workflow_call</c>: their defaults have their type, and a choice has options.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs
/// </summary>
internal static class WorkflowInputs
{
    // https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#onworkflow_dispatchinputs
    private const int MostInputs = 25;

    /// <summary>Reports what is wrong with the inputs.</summary>
    public static void Check(WorkflowFile workflow, FileCheckContext context)
    {
        if (workflow.Root?.Mapping("on") is not { } triggers)
        {
            return;
        }

        CheckCount(triggers, context);
        foreach (var input in Inputs(triggers, "workflow_dispatch"))
        {
            CheckOptions(input, context);
            CheckDefault(input, context);
        }

        foreach (var input in Inputs(triggers, "workflow_call"))
        {
            CheckDefault(input, context);
        }
    }

    /// <summary>The inputs of an event that are written as mappings.</summary>
    public static IEnumerable<YamlEntry> Inputs(YamlMapping triggers, string trigger) =>
        (triggers.Mapping(trigger)?.Mapping("inputs")?.Entries ?? ImmutableArray<YamlEntry>.Empty).Where(static entry =>
            entry is { Key: YamlScalar, Value: YamlMapping }
        );

    private static void CheckCount(YamlMapping triggers, FileCheckContext context)
    {
        if (
            triggers.Find("workflow_dispatch") is { Value: YamlMapping dispatch } entry
            && dispatch.Mapping("inputs") is { } inputs
            && inputs.Entries.Length > MostInputs
        )
        {
            context.Report(
                entry.Key.Span,
                $"'workflow_dispatch' has {inputs.Entries.Length} inputs; {MostInputs} are allowed",
                "Join some of the inputs",
                "inputs"
            );
        }
    }

    private static void CheckOptions(YamlEntry entry, FileCheckContext context)
    {
        var (name, input) = ((YamlScalar)entry.Key, (YamlMapping)entry.Value);
        var options = input.Sequence("options");
        if (input.Text("type") != "choice")
        {
            if (options is null ? input.Has("options") : !options.Items.IsEmpty)
            {
                context.Report(
                    name.Span,
                    $"The input '{name.Value}' has options, which only an input of type 'choice' may have",
                    "Write 'type: choice', or remove the options",
                    name.Value
                );
            }

            return;
        }

        if (options is null || options.Items.IsEmpty)
        {
            context.Report(
                name.Span,
                $"The choice '{name.Value}' has no options",
                "Add 'options' with the values to choose from",
                name.Value
            );
            return;
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var option in options.Items.Select(static item => item.AsScalar()))
        {
            if (option is not null && !seen.Add(option.Value))
            {
                context.Report(
                    option.Span,
                    $"The option '{option.Value}' stands twice in the choice '{name.Value}'",
                    "Remove one of the two",
                    option.Value
                );
            }
        }

        if (input["default"].AsScalar() is { } chosen && !seen.Contains(chosen.Value))
        {
            context.Report(
                chosen.Span,
                $"The default '{chosen.Value}' of '{name.Value}' is none of its options",
                "Use one of " + string.Join(", ", seen.Select(static option => $"'{option}'")),
                chosen.Value,
                // GitHub runs such a workflow; whoever starts it by hand finds another value chosen.
                atMost: Severity.Warning
            );
        }
    }

    private static void CheckDefault(YamlEntry entry, FileCheckContext context)
    {
        var input = (YamlMapping)entry.Value;
        if (input["default"].AsScalar() is not { } value || GitHubTemplates.Grammar.HasExpression(value.Value))
        {
            return;
        }

        var expected = input.Text("type") switch
        {
            "boolean" when !IsBoolean(value.Value) => "true or false",
            "number" when !IsNumber(value.Value) => "a number",
            _ => null,
        };
        if (expected is not null)
        {
            context.Report(
                value.Span,
                $"The default of '{((YamlScalar)entry.Key).Value}' must be {expected}, and is '{value.Value}'",
                $"Write {expected} here",
                value.Value
            );
        }
    }

    private static bool IsBoolean(string value) =>
        value.Equals("true", StringComparison.OrdinalIgnoreCase)
        || value.Equals("false", StringComparison.OrdinalIgnoreCase);

    private static bool IsNumber(string value) =>
        double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _);
}
