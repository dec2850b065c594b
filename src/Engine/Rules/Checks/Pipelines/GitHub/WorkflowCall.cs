using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>A call of a workflow of this repository, held against what that workflow declares.</summary>
internal sealed class WorkflowCall(
    RepositoryCheckContext context,
    PlacedFact call,
    string path,
    ImmutableArray<Fact> called
)
{
    private readonly ImmutableArray<Fact> _caller = context.Repository.FactsOf(call.Path);

    /// <summary>Reports what the called workflow refuses.</summary>
    public void Check()
    {
        var owner = _caller.IndexOf(call.Fact);
        var handed = _caller.Where(fact => fact.Owner == owner).ToList();
        CheckNames(handed, FactKind.Argument, FactKind.InputDeclaration, "input");
        CheckTypes(handed);
        if (!handed.Any(static fact => fact.Kind == FactKind.AllSecrets))
        {
            CheckNames(handed, FactKind.SecretArgument, FactKind.SecretDeclaration, "secret");
        }
    }

    private void CheckNames(List<Fact> handed, FactKind argument, FactKind declaration, string what)
    {
        var declared = called.Where(fact => fact.Kind == declaration).ToList();
        foreach (var fact in handed.Where(fact => fact.Kind == argument && !declared.Any(known => Same(known, fact))))
        {
            var nearest = Spelling.Nearest(fact.Value, declared.Select(static known => known.Value));
            Report(
                fact.Span,
                $"'{call.Fact.Value}' has no {what} '{fact.Value}'"
                    + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                nearest is not null ? $"Write '{nearest}'"
                    : declared.Count == 0 ? $"Remove it: the called workflow declares no {what}"
                    : $"Remove it, or use one of {string.Join(", ", declared.Select(static known => $"'{known.Value}'"))}",
                fact.Value,
                null
            );
        }

        foreach (
            var known in declared.Where(known =>
                IsRequired(known) && !handed.Any(fact => fact.Kind == argument && Same(known, fact))
            )
        )
        {
            Report(
                call.Fact.Span,
                $"'{call.Fact.Value}' needs the {what} '{known.Value}', which is not handed to it",
                what == "input" ? $"Add '{known.Value}' under 'with'" : $"Add '{known.Value}' under 'secrets'",
                known.Value,
                known
            );
        }
    }

    private void CheckTypes(List<Fact> handed)
    {
        foreach (var argument in handed.Where(static fact => fact.Kind == FactKind.Argument))
        {
            var given = Belonging(_caller, argument, FactKind.ArgumentType);
            var declared = called.FirstOrDefault(known =>
                known.Kind == FactKind.InputDeclaration && Same(known, argument)
            );
            var wanted = declared is null ? null : Belonging(called, declared, FactKind.InputType);
            // A number or truth value becomes a text where one is wanted.
            if (given is not null && wanted is { Value: "boolean" or "number" } && given.Value != wanted.Value)
            {
                Report(
                    given.Span,
                    $"The input '{argument.Value}' of '{call.Fact.Value}' is a {wanted.Value}, and is handed a {given.Value}",
                    wanted.Value == "boolean"
                        ? "Write true or false, without quotation marks"
                        : "Write a number, without quotation marks",
                    argument.Value,
                    wanted
                );
            }
        }
    }

    private bool IsRequired(Fact declaration) => Belonging(called, declaration, FactKind.Required) is not null;

    private static Fact? Belonging(ImmutableArray<Fact> facts, Fact owner, FactKind kind)
    {
        var index = facts.IndexOf(owner);
        return facts.FirstOrDefault(fact => fact.Kind == kind && fact.Owner == index);
    }

    private static bool Same(Fact left, Fact right) =>
        string.Equals(left.Value, right.Value, StringComparison.OrdinalIgnoreCase);

    private void Report(SourceSpan span, string message, string remedy, string content, Fact? declared) =>
        context.Report(
            new Location(call.Path, span),
            message,
            remedy,
            content,
            related: declared is null
                ? default
                : ImmutableArray.Create(
                    new RelatedLocation(new Location(path, declared.Span), $"'{declared.Value}' is declared here")
                )
        );
}
