using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>The places of a workflow where expressions stand, as the dialect tells them.</summary>
internal static class WorkflowExpressionSites
{
    /// <summary>What stands at a place of which the dialect says so cannot use any context.</summary>
    public const string Nowhere = "none";

    private const string MergeKey = "directive";

    /// <summary>The sites that hold an expression, in the order of the text.</summary>
    public static ImmutableArray<WorkflowExpressionSite> Of(WorkflowFile workflow)
    {
        var sites = ImmutableArray.CreateBuilder<WorkflowExpressionSite>();
        foreach (var site in workflow.Sites)
        {
            var isCondition = site.Site.EndsWith(".if", StringComparison.Ordinal);
            if (site.Site != MergeKey && (isCondition || TemplateScanner.MayHoldTemplate(site.Scalar.Value)))
            {
                sites.Add(Of(site, isCondition));
            }
        }

        return sites.ToImmutable();
    }

    private static WorkflowExpressionSite Of(ExpressionSite site, bool isCondition)
    {
        var isValue = ReferenceEquals(site.Frame.Node, site.Scalar);
        var made = new WorkflowExpressionSite(
            site.Scalar,
            site.Site,
            isCondition ? ValueKinds.Any
                : isValue ? Kinds(site.Frame.Type)
                : ValueKinds.Scalar
        )
        {
            IsCondition = isCondition,
            Key = site.Frame.Key?.Value,
            Keys =
                isValue && site.Frame.Type is { Scalar: not null, Mapping: { Others: null } mapping }
                    ? mapping.Keys.Select(static key => key.Name).ToImmutableArray()
                    : ImmutableArray<string>.Empty,
        };
        for (var frame = site.Frame; frame is not null; frame = frame.Parent)
        {
            switch (frame.Parent?.Type.Name)
            {
                case "steps" when frame.Index >= 0:
                    made = made with { Order = frame.Index, Step = frame.Node as YamlMapping };
                    break;
                case "call-inputs" when frame.Key is { } input:
                    made = made with
                    {
                        Order = IndexOf(frame.Parent.Node, input),
                        Expected = OfInput((frame.Node as YamlMapping)?.Text("type")),
                    };
                    break;
                case "jobs" when frame.Key is { } job:
                    made = made with { JobId = job.Value };
                    break;
            }
        }

        return made;
    }

    private static ValueKinds Kinds(DialectType type)
    {
        if (type.IsAnything)
        {
            return ValueKinds.Any;
        }

        var scalar = type.Scalar?.Kind switch
        {
            ScalarKind.Boolean => ValueKinds.Bool,
            ScalarKind.Integer or ScalarKind.Number => ValueKinds.Number,
            ScalarKind.Text => ValueKinds.Scalar,
            _ => ValueKinds.None,
        };
        var collections =
            (type.Sequence is null ? ValueKinds.None : ValueKinds.Array)
            | (type.Mapping is null && type.Choices.IsEmpty ? ValueKinds.None : ValueKinds.Object);
        return scalar | collections;
    }

    private static ValueKinds OfInput(string? type) =>
        type switch
        {
            "boolean" => ValueKinds.Bool,
            "number" => ValueKinds.Number,
            "string" => ValueKinds.Scalar,
            _ => ValueKinds.Any,
        };

    private static int IndexOf(YamlNode inputs, YamlScalar key)
    {
        var entries = (inputs as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty;
        for (var index = 0; index < entries.Length; index++)
        {
            if (ReferenceEquals(entries[index].Key, key))
            {
                return index;
            }
        }

        return -1;
    }
}
