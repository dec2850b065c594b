using System.Collections.Immutable;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>The places of a composite action where expressions stand.</summary>
internal static class ActionExpressionSites
{
    private const string StepPlace = "runs.steps";

    /// <summary>The sites that hold an expression, in the order of the text.</summary>
    public static ImmutableArray<WorkflowExpressionSite> Of(YamlMapping? root)
    {
        var sites = ImmutableArray.CreateBuilder<WorkflowExpressionSite>();
        if (root.At("runs").At("using").AsScalar()?.Value != "composite")
        {
            return sites.ToImmutable();
        }

        AddUnder(root.At("inputs"), "default", "inputs.<input_id>.default", sites);
        AddUnder(root.At("outputs"), "value", "outputs.<output_id>.value", sites);
        var steps = (root.At("runs").At("steps") as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty;
        for (var index = 0; index < steps.Length; index++)
        {
            if (steps[index].Target() is YamlMapping step)
            {
                AddStep(step, index, sites);
            }
        }

        return sites.ToImmutable();
    }

    private static void AddUnder(
        YamlNode? node,
        string key,
        string place,
        ImmutableArray<WorkflowExpressionSite>.Builder sites
    )
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            Add((entry.Value.Target() as YamlMapping)?[key], new Template(place, key, -1, null), sites);
        }
    }

    private static void AddStep(YamlMapping step, int index, ImmutableArray<WorkflowExpressionSite>.Builder sites)
    {
        foreach (var entry in step.Entries)
        {
            var key = (entry.Key as YamlScalar)?.Value;
            switch (key)
            {
                case "id" or "uses":
                    Add(entry.Value, new Template(WorkflowExpressionSites.Nowhere, key, index, step), sites);
                    break;
                case "with" or "env":
                    AddValues(entry.Value.Target(), new Template($"{StepPlace}.{key}", null, index, step), sites);
                    break;
                default:
                    var place = key == "if" ? StepPlace + ".if" : StepPlace;
                    Add(entry.Value, new Template(place, key, index, step), sites);
                    break;
            }
        }
    }

    private static void AddValues(YamlNode? node, Template at, ImmutableArray<WorkflowExpressionSite>.Builder sites)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            var key = (entry.Key as YamlScalar)?.Value;
            Add(entry.Value, at with { Key = key }, sites);
        }
    }

    private static void Add(YamlNode? node, Template at, ImmutableArray<WorkflowExpressionSite>.Builder sites)
    {
        var isCondition = at.Place == StepPlace + ".if";
        if (node.AsScalar() is { } scalar && (isCondition || TemplateScanner.MayHoldTemplate(scalar.Value)))
        {
            var kinds = isCondition || at.Key == "continue-on-error" ? ValueKinds.Any : ValueKinds.Scalar;
            sites.Add(
                new WorkflowExpressionSite(scalar, at.Place, kinds)
                {
                    IsCondition = isCondition,
                    Key = at.Key,
                    Order = at.Step,
                    Step = at.Mapping,
                }
            );
        }
    }

    private sealed record Template(string Place, string? Key, int Step, YamlMapping? Mapping);
}
