using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>Tells which parts of an expression are chosen by strangers, also through <c>env</c> and the matrix of the file itself.</summary>
internal sealed class UntrustedValues(ISiteTypes types, bool alsoInputs)
{
    /// <summary>A part of an expression that a stranger chooses.</summary>
    /// <param name="Node">The part.</param>
    /// <param name="Name">What it is: <c>github.event.issue.title</c>.</param>
    /// <param name="Origin">The value behind it, where it is only a name for that; else null.</param>
    internal readonly record struct Untrusted(ExpressionNode Node, string Name, string? Origin);

    /// <summary>The parts of a site's expression that strangers choose.</summary>
    public IEnumerable<Untrusted> Of(ExpressionNode root, WorkflowExpressionSite site)
    {
        foreach (var source in ValueFlow.Of(root))
        {
            var name = ExpressionPath.Text(source.Path);
            if (UntrustedPaths.Contains(source.Path, source.IsWhole) || IsInput(source.Path, site))
            {
                yield return new Untrusted(source.Node, name, null);
            }
            else if (Behind(source.Path, site) is { } origin)
            {
                yield return new Untrusted(source.Node, name, origin);
            }
        }
    }

    private bool IsInput(IReadOnlyList<string> path, WorkflowExpressionSite site) =>
        alsoInputs
        && path.Count > 1
        && Is(path[0], "inputs")
        && types.TypeOf("inputs", site).Property(path[1]) is { } type
        && (type.Kind & ValueKinds.String) != 0;

    private string? Behind(IReadOnlyList<string> path, WorkflowExpressionSite site)
    {
        if (path.Count < 2)
        {
            return null;
        }

        if (Is(path[0], "env"))
        {
            return Definition(path[1], site) is { } definition ? Origin(definition) : null;
        }

        if (!Is(path[0], "matrix") || types is not WorkflowTypes workflow)
        {
            return null;
        }

        var matrix = workflow.Job(site.JobId)?.Mapping.At("strategy").At("matrix");
        var included = (matrix.At("include") as YamlSequence)?.Items.Select(item => Find(item.Target(), path[1]));
        var row = Find(matrix, path[1]);
        var cells = row is YamlSequence list ? list.Items.Select(static item => item.Target()) : new[] { row };
        return cells.Concat(included ?? Enumerable.Empty<YamlNode?>()).Select(Origin).FirstOrDefault(IsKnown);
    }

    // The nearest definition counts: of the step, of the job, of the workflow.
    private YamlNode? Definition(string name, WorkflowExpressionSite site)
    {
        var workflow = types as WorkflowTypes;
        return Find(site.Step.At("env"), name)
            ?? Find(workflow?.Job(site.JobId)?.Mapping.At("env"), name)
            ?? Find(workflow?.Variables, name);
    }

    private static string? Origin(YamlNode? node)
    {
        if (node.AsScalar() is not { } scalar || !TemplateScanner.MayHoldTemplate(scalar.Value))
        {
            return null;
        }

        return SiteExpression
            .Of(new WorkflowExpressionSite(scalar, WorkflowExpressionSites.Nowhere, ValueKinds.Any))
            .Where(static expression => expression.Tree.Root is not null)
            .SelectMany(static expression => ValueFlow.Of(expression.Tree.Root!))
            .Where(static source => UntrustedPaths.Contains(source.Path, source.IsWhole))
            .Select(static source => ExpressionPath.Text(source.Path))
            .FirstOrDefault();
    }

    private static YamlNode? Find(YamlNode? node, string name)
    {
        foreach (var entry in (node as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            if (entry.Key is YamlScalar key && Is(key.Value, name))
            {
                return entry.Value.Target();
            }
        }

        return null;
    }

    private static bool IsKnown(string? origin) => origin is not null;

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
