using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// The type of a job's <c>matrix</c>: its rows and what <c>include</c> adds. What expressions make of it is known as far as
/// their own type is.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstrategymatrix
/// </summary>
internal sealed class MatrixTypes
{
    private const string Place = "jobs.<job_id>.strategy";

    /// <summary>Aliases can make a small file stand for an endless matrix; behind so many values nothing is looked at.</summary>
    private const int MostValues = 5000;

    private readonly WorkflowTypes _workflow;
    private readonly Dictionary<string, ExpressionType> _properties = new(StringComparer.OrdinalIgnoreCase);
    private bool _isOpen;
    private int _values;

    private MatrixTypes(WorkflowTypes workflow) => _workflow = workflow;

    /// <summary>The matrix of a job; an object without properties where it has none.</summary>
    public static ExpressionType Of(YamlMapping? job, WorkflowTypes workflow)
    {
        var strategy = job?["strategy"].Target();
        var matrix = strategy.At("matrix");
        if (job is null || strategy is YamlScalar { IsNull: false } || matrix is YamlScalar { IsNull: false })
        {
            return ExpressionType.Any;
        }

        var types = new MatrixTypes(workflow);
        foreach (var entry in (matrix as YamlMapping)?.Entries ?? ImmutableArray<YamlEntry>.Empty)
        {
            types.Add(entry);
        }

        return types._isOpen || matrix is YamlSequence
            ? ExpressionType.Any
            : ExpressionType.ObjectOf(types._properties);
    }

    private void Add(YamlEntry entry)
    {
        if (entry.Key is not YamlScalar key || TemplateScanner.MayHoldTemplate(key.Value) || key.Value == "<<")
        {
            _isOpen = true;
        }
        else if (key.Value == "include")
        {
            Include(entry.Value.Target());
        }
        else if (key.Value != "exclude")
        {
            var row = Value(entry.Value, 0);
            Add(key.Value, row.Kind == ValueKinds.Array ? row.Values() : ExpressionType.Any);
        }
    }

    private void Include(YamlNode? node)
    {
        _isOpen |= node is not (YamlSequence or YamlScalar { IsNull: true });
        foreach (var item in (node as YamlSequence)?.Items ?? ImmutableArray<YamlNode>.Empty)
        {
            if (item.Target() is not YamlMapping combination)
            {
                _isOpen = true;
                continue;
            }

            foreach (var entry in combination.Entries)
            {
                if (entry.Key is YamlScalar key && key.Value != "<<")
                {
                    Add(key.Value, Value(entry.Value, 0));
                }
                else
                {
                    _isOpen = true;
                }
            }
        }
    }

    private void Add(string name, ExpressionType type) =>
        _properties[name] = _properties.TryGetValue(name, out var other) ? ExpressionType.Join(other, type) : type;

    private ExpressionType Value(YamlNode? node, int depth)
    {
        if (++_values > MostValues || depth > YamlReader.MaxDepth)
        {
            return ExpressionType.Any;
        }

        switch (node.Target())
        {
            case YamlScalar scalar:
                return Scalar(scalar);
            case YamlSequence { Items.IsEmpty: true }:
                return ExpressionType.ArrayOf(ExpressionType.Any);
            case YamlSequence list:
                return ExpressionType.ArrayOf(
                    list.Items.Select(item => Value(item, depth + 1)).Aggregate(ExpressionType.Join)
                );
            case YamlMapping mapping
                when mapping.Entries.All(static entry => entry.Key is YamlScalar { Value: not "<<" }):
                return ExpressionType.Object(
                    mapping.Entries.Select(entry =>
                        ContextTypes.Pair(((YamlScalar)entry.Key).Value, Value(entry.Value, depth + 1))
                    )
                );
            default:
                return ExpressionType.Any;
        }
    }

    private ExpressionType Scalar(YamlScalar scalar)
    {
        if (TemplateScanner.MayHoldTemplate(scalar.Value))
        {
            var site = new WorkflowExpressionSite(scalar, Place, ValueKinds.Any);
            var expressions = SiteExpression.Of(site);
            return expressions.Length == 1 && expressions[0].IsWhole && expressions[0].Tree.Root is { } root
                ? ExpressionChecker.Check(root, new SiteScope(_workflow, site), [], new NameGuesser(0))
                : ExpressionType.String;
        }

        // A value that is left out prints as nothing, and other rows may have one.
        if (scalar.IsNull)
        {
            return ExpressionType.Any;
        }

        var value = scalar.Value;
        return scalar.Style != YamlScalarStyle.Plain ? ExpressionType.String
            : value is "true" or "True" or "TRUE" or "false" or "False" or "FALSE" ? ExpressionType.Bool
            : double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? ExpressionType.Number
            : ExpressionType.String;
    }
}
