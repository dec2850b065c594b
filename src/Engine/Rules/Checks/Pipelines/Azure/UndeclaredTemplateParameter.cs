using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Facts;
using Governance.Engine.Facts.Readers;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>GOV0427: a parameter is read that the file does not declare, so that nobody can pass it.</summary>
internal sealed class UndeclaredTemplateParameter : FileCheck
{
    public override string Id => "GOV0427";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.Yaml);

    public override void Run(FileCheckContext context)
    {
        // A file that declares none, or in the older form, takes what is passed.
        var facts = new List<Fact>();
        AzureParameters.Read(AzureFile.Of(context.File).Root?["parameters"], facts);
        var declared = facts
            .Where(static fact => fact.Kind == FactKind.AzureParameter)
            .Select(static fact => fact.Value)
            .ToImmutableHashSet(StringComparer.OrdinalIgnoreCase);
        if (declared.IsEmpty || declared.Contains(AzureParameters.Open))
        {
            return;
        }

        var names = new NameGuesser();
        foreach (var expression in AzureExpressions.Of(context.File).All)
        {
            foreach (var node in expression.Nodes())
            {
                if (Parameter(node) is { } name && !declared.Contains(name))
                {
                    context.Report(
                        expression.Span(node.Start, node.Length),
                        $"The file declares no parameter '{name}'{names.Hint(name, declared)}",
                        $"Declare '{name}' below 'parameters', or read another one",
                        name
                    );
                }
            }
        }
    }

    private static string? Parameter(ExpressionNode node) =>
        node is PropertyNode or IndexNode
        && ExpressionPath.Of(node) is { Count: 2 } path
        && string.Equals(path[0], "parameters", StringComparison.OrdinalIgnoreCase)
        && path[1] is not (ExpressionPath.Star or ExpressionPath.Item)
            ? path[1]
            : null;
}
