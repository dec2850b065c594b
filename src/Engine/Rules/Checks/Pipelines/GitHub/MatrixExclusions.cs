using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// What a matrix excludes and does not have, so that nothing is excluded.
/// https://docs.github.com/en/actions/how-tos/write-workflows/choose-what-workflows-do/run-job-variations#excluding-matrix-configurations
/// </summary>
internal static class MatrixExclusions
{
    /// <summary>Reports exclusions that match nothing.</summary>
    public static void Check(YamlMapping job, FileCheckContext context)
    {
        if (JobMatrix.Of(job) is not { IsOpen: false } matrix)
        {
            return;
        }

        var names = matrix
            .Rows.Concat(
                matrix
                    .Included.SelectMany(static combination => combination.Entries)
                    .Select(static entry => (entry.Key as YamlScalar)?.Value)
            )
            .OfType<string>()
            .Distinct(StringComparer.OrdinalIgnoreCase)
            .ToList();
        foreach (var entry in matrix.Excluded.SelectMany(static combination => combination.Entries))
        {
            if (entry.Key is YamlScalar name)
            {
                Check(name, entry.Value, matrix, names, context);
            }
        }
    }

    private static void Check(
        YamlScalar name,
        YamlNode value,
        JobMatrix matrix,
        List<string> names,
        FileCheckContext context
    )
    {
        if (!names.Contains(name.Value, StringComparer.OrdinalIgnoreCase))
        {
            var nearest = Spelling.Nearest(name.Value, names);
            context.Report(
                name.Span,
                $"The matrix has no '{name.Value}', so that nothing is excluded"
                    + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
                nearest is null ? "Remove the exclusion" : $"Write '{nearest}'",
                name.Value
            );
        }
        else if (
            matrix.Values(name.Value) is { } values
            && !JobMatrix.IsUnknown(value)
            && !values.Any(other => Matches(other, value))
        )
        {
            context.Report(
                value.Span,
                $"No '{name.Value}' of the matrix has this value, so that nothing is excluded",
                "Write a value of the matrix, or remove the exclusion",
                context.File.Text.Slice(value.Span)
            );
        }
    }

    // An excluded mapping matches where all it says is so; the matrix may say more.
    private static bool Matches(YamlNode value, YamlNode excluded) =>
        (value, excluded) switch
        {
            (YamlScalar left, YamlScalar right) => string.Equals(
                left.Value,
                right.Value,
                StringComparison.OrdinalIgnoreCase
            ) || (left.IsNull && right.IsNull),
            (YamlSequence left, YamlSequence right) => left.Items.Length == right.Items.Length
                && left.Items.Zip(right.Items, Matches).All(static matches => matches),
            (YamlMapping left, YamlMapping right) => right.Entries.All(entry =>
                entry.Key is YamlScalar key
                && JobMatrix.Find(left, key.Value) is { } there
                && Matches(there, entry.Value)
            ),
            _ => false,
        };
}
