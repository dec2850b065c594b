using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// GOV0425: a deployment's environment is named by a variable that only the run sets. Checks of an environment are asked for before the
/// run begins, so that it has none.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/environments
/// </summary>
internal sealed class EnvironmentKnownAtRunTime : FileCheck
{
    public override string Id => "GOV0425";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        var file = AzureFile.Of(context.File);
        if (file.Root is null)
        {
            return;
        }

        var declared = file.OfType("variables")
            .SelectMany(static variables => Assigned(variables.Node))
            .Concat(
                file.OfType("named-variable")
                    .Select(static variable => (variable.Node.Text("name"), variable.Node.Text("value")))
            )
            .ToLookup(
                static variable => variable.Item1 ?? "",
                static variable => variable.Item2,
                StringComparer.OrdinalIgnoreCase
            );
        var setInRun = SetByScripts(file)
            .Where(name => !declared.Contains(name))
            .Concat(declared.Where(static values => values.Any(IsOfRun)).Select(static values => values.Key))
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var deployment in file.OfType("deployment"))
        {
            var environment = deployment.Node["environment"];
            if ((environment as YamlMapping)?["name"].AsScalar() is not { } name)
            {
                if (environment.AsScalar() is not { } plain)
                {
                    continue;
                }

                name = plain;
            }

            Check(name, setInRun, context);
        }
    }

    private static void Check(YamlScalar name, ImmutableHashSet<string> setInRun, FileCheckContext context)
    {
        foreach (var slot in TemplateScanner.Scan(name.Value, ExpressionGrammar.Azure))
        {
            var variable = name.Value.Substring(slot.ContentStart, slot.ContentEnd - slot.ContentStart).Trim();
            if (
                slot.Kind == ExpressionSlotKind.Runtime
                || (slot.Kind == ExpressionSlotKind.Macro && setInRun.Contains(variable))
            )
            {
                context.Report(
                    name.Span,
                    $"The environment is named by '{variable}', which only the run sets: no check of an environment holds it back",
                    "Name the environment in the text, or by a parameter: '${{ parameters.environment }}'",
                    name.Value
                );
                return;
            }
        }
    }

    private static bool IsOfRun(string? value) => value?.TrimStart().StartsWith("$[", StringComparison.Ordinal) == true;

    // '##vso[task.setvariable variable=name]', which scripts print.
    private static IEnumerable<string> SetByScripts(AzureFile file)
    {
        const string Command = "task.setvariable variable=";
        foreach (var text in file.Scalars.Select(static scalar => scalar.Node.Value))
        {
            for (var at = Next(text, 0); at >= 0; at = Next(text, at))
            {
                at += Command.Length;
                var end = at;
                while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '.'))
                {
                    end++;
                }

                yield return text.Substring(at, end - at);
            }
        }

        static int Next(string text, int from) => text.IndexOf(Command, from, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<(string?, string?)> Assigned(YamlMapping variables) =>
        variables.Entries.Select(static entry => (entry.Key.AsScalar()?.Value, entry.Value.AsScalar()?.Value));
}
