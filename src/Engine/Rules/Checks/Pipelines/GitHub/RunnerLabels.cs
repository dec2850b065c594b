using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>The labels a job asks for, with those of its matrix where <c>runs-on</c> names a row.</summary>
internal static class RunnerLabels
{
    private const string MatrixPrefix = "matrix.";

    /// <summary>The labels of a job, in groups of which a runner must have one each.</summary>
    public static List<List<YamlScalar>> Of(YamlMapping job)
    {
        var written = job["runs-on"] switch
        {
            YamlMapping group => group["labels"],
            var node => node,
        };
        var labels = written switch
        {
            YamlSequence list => list.Items,
            { } one => ImmutableArray.Create(one),
            null => ImmutableArray<YamlNode>.Empty,
        };
        var groups = new List<List<YamlScalar>>(1);
        foreach (var label in labels)
        {
            if (Alternatives(label, job) is { Count: > 0 } group)
            {
                groups.Add(group);
            }
        }

        return groups;
    }

    private static List<YamlScalar> Alternatives(YamlNode label, YamlMapping job)
    {
        if (label.AsScalar() is not { } scalar)
        {
            return [];
        }

        if (!GitHubTemplates.Grammar.HasExpression(scalar.Value))
        {
            return [scalar];
        }

        return RowOf(scalar.Value) is { } row
            ? JobMatrix.Of(job)?.Values(row)?.Select(static value => value.AsScalar()).OfType<YamlScalar>().ToList()
                ?? []
            : [];
    }

    // '${{ matrix.os }}' and nothing else.
    private static string? RowOf(string value)
    {
        if (!GitHubTemplates.Grammar.IsExpression(value))
        {
            return null;
        }

        var inner = value.Trim();
        inner = inner.Substring(3, inner.Length - 5).Trim();
        return
            inner.StartsWith(MatrixPrefix, StringComparison.OrdinalIgnoreCase)
            && inner.Skip(MatrixPrefix.Length).All(static c => char.IsLetterOrDigit(c) || c is '_' or '-')
            ? inner.Substring(MatrixPrefix.Length)
            : null;
    }
}
