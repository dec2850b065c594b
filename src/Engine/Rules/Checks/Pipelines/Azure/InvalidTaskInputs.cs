using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0423: inputs that a task does not have, which Azure Pipelines ignores, and required ones that are missing.</summary>
internal sealed class InvalidTaskInputs : FileCheck
{
    private static readonly string[] OfSteps =
    [
        "displayName",
        "name",
        "condition",
        "continueOnError",
        "enabled",
        "env",
        "timeoutInMinutes",
        "retryCountOnTaskFailure",
    ];

    public override string Id => "GOV0423";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        foreach (var step in AzureFile.Of(context.File).OfType("task-step"))
        {
            if (step.Node["task"].AsScalar() is { } name && AzureTasks.Find(name.Value) is { } task)
            {
                Check(step.Node, name, task, context);
            }
        }
    }

    private static void Check(YamlMapping step, YamlScalar name, AzureTask task, FileCheckContext context)
    {
        var given = new List<YamlScalar>();
        var isOpen = AzureTemplates.HasDirective(step);
        switch (step["inputs"])
        {
            case YamlMapping inputs:
                isOpen |= !Collect(inputs, given);
                break;
            case null or YamlScalar { IsNull: true }:
                break;
            default:
                return;
        }

        foreach (var input in given.Where(input => task.Find(input.Value) is null))
        {
            ReportUnknown(input, task, context);
        }

        foreach (
            var input in task.Inputs.Where(input =>
                input.IsRequired && !isOpen && !given.Exists(key => input.IsNamed(key.Value))
            )
        )
        {
            context.Report(
                name.Span,
                $"The task '{task.Reference}' needs the input '{input.ShownName}'",
                $"Write '{input.ShownName}' below 'inputs'",
                task.Reference + " " + input.ShownName
            );
        }
    }

    private static void ReportUnknown(YamlScalar input, AzureTask task, FileCheckContext context)
    {
        if (OfSteps.Contains(input.Value))
        {
            context.Report(
                input.Span,
                $"'{input.Value}' is no input of '{task.Reference}', and has no effect here",
                "Write it at the step, beside 'task' and 'inputs'",
                input.Value
            );
            return;
        }

        var nearest = Spelling.Nearest(input.Value, task.Inputs.Select(static known => known.ShownName));
        context.Report(
            input.Span,
            $"The task '{task.Reference}' has no input '{input.Value}'"
                + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null ? "Remove it: the task does not read it" : $"Write '{nearest}'",
            input.Value
        );
    }

    // The keys that are written, also below directives; false where there may be others.
    private static bool Collect(YamlMapping inputs, List<YamlScalar> given)
    {
        var isWhole = true;
        var open = new Stack<YamlMapping>();
        open.Push(inputs);
        while (open.Count > 0)
        {
            foreach (var entry in open.Pop().Entries)
            {
                if (entry.Key is not YamlScalar key)
                {
                    isWhole = false;
                }
                else if (!AzureTemplates.HasTemplateExpression(key.Value))
                {
                    given.Add(key);
                }
                else
                {
                    isWhole = false;
                    if (AzureTemplates.Grammar.IsDirective(key) && entry.Value is YamlMapping more)
                    {
                        open.Push(more);
                    }
                }
            }
        }

        return isWhole;
    }
}
