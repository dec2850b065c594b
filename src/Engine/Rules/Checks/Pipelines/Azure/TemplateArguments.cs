using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// What is passed to a template fits the parameters it declares.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-parameters
/// </summary>
internal static class TemplateArguments
{
    /// <summary>Reports what is missing, unknown or of the wrong kind.</summary>
    public static void Check(TemplateReference reference, RepositoryCheckContext context)
    {
        var parameters = TemplateParameter.Of(reference.Facts);
        if (parameters is null)
        {
            return;
        }

        var facts = context.Repository.FactsOf(reference.From);
        var isOpen = false;
        var passed = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        for (var index = reference.Index + 1; index < facts.Length; index++)
        {
            if (
                facts[index] is not { Kind: FactKind.AzureTemplateArgument } argument
                || argument.Owner != reference.Index
            )
            {
                if (facts[index].Kind == FactKind.AzureTemplateReference)
                {
                    break;
                }

                continue;
            }

            if (AzureTemplates.HasTemplateExpression(argument.Value))
            {
                isOpen = true;
                continue;
            }

            passed.Add(argument.Value);
            if (parameters.Find(parameter => parameter.IsNamed(argument.Value)) is { } declared)
            {
                CheckValue(reference, facts, index, declared, context);
            }
            else
            {
                ReportUnknown(reference, argument, parameters, context);
            }
        }

        if (!isOpen)
        {
            foreach (
                var missing in parameters.Where(parameter => !parameter.HasDefault && !passed.Contains(parameter.Name))
            )
            {
                Report(
                    reference,
                    reference.Fact.Span,
                    $"{reference.Target} needs the parameter '{missing.Name}'",
                    $"Pass '{missing.Name}' below 'parameters', or give it a default in the template",
                    missing,
                    context
                );
            }
        }
    }

    private static void CheckValue(
        TemplateReference reference,
        ImmutableArray<Fact> facts,
        int argument,
        TemplateParameter declared,
        RepositoryCheckContext context
    )
    {
        if (
            argument + 1 >= facts.Length
            || facts[argument + 1] is not { Kind: FactKind.AzureTemplateArgumentValue } value
        )
        {
            return;
        }

        if (value.Owner == argument && declared.WhyNot(value.Value) is { } problem)
        {
            Report(
                reference,
                value.Span,
                $"The parameter '{declared.Name}' of {reference.Target} {problem}",
                declared.Values.IsEmpty ? $"Pass a {declared.Type}" : "Pass one of the values that the template allows",
                declared,
                context
            );
        }
    }

    private static void ReportUnknown(
        TemplateReference reference,
        Fact argument,
        List<TemplateParameter> parameters,
        RepositoryCheckContext context
    )
    {
        var nearest = Spelling.Nearest(argument.Value, parameters.Select(static parameter => parameter.Name));
        context.Report(
            new Location(reference.From, argument.Span),
            $"{reference.Target} has no parameter '{argument.Value}'"
                + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            nearest is null ? "Remove it, or declare it in the template" : $"Write '{nearest}'",
            argument.Value
        );
    }

    private static void Report(
        TemplateReference reference,
        SourceSpan span,
        string message,
        string remedy,
        TemplateParameter declared,
        RepositoryCheckContext context
    ) =>
        context.Report(
            new Location(reference.From, span),
            message,
            remedy,
            reference.Fact.Value + " " + declared.Name,
            related: reference.Related(declared.Span, $"'{declared.Name}' is declared here")
        );
}
