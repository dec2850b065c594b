using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>The matrix of a job as written.</summary>
internal sealed class JobMatrix
{
    private readonly YamlMapping _matrix;

    private JobMatrix(YamlMapping matrix) => _matrix = matrix;

    /// <summary>The matrix of a job; null where it has none, or one that is only known when it runs.</summary>
    public static JobMatrix? Of(YamlMapping job) =>
        job.Mapping("strategy")?.Mapping("matrix") is { } matrix ? new JobMatrix(matrix) : null;

    /// <summary>The combinations under <c>exclude</c> that are written as mappings.</summary>
    public IEnumerable<YamlMapping> Excluded => Combinations("exclude");

    /// <summary>The combinations under <c>include</c> that are written as mappings.</summary>
    public IEnumerable<YamlMapping> Included => Combinations("include");

    /// <summary>Whether <c>include</c> is only known when the job runs.</summary>
    public bool IsOpen => _matrix["include"] is not (null or YamlSequence) || Items("include").Any(IsUnknown);

    /// <summary>The names of the rows.</summary>
    public IEnumerable<string> Rows =>
        _matrix
            .Entries.Select(static entry => (entry.Key as YamlScalar)?.Value)
            .OfType<string>()
            .Where(static name => name is not ("include" or "exclude"));

    /// <summary>The values that a name may have, of its row and of <c>include</c>; null where they are only known when the job runs.</summary>
    public IReadOnlyList<YamlNode>? Values(string name)
    {
        var row = Find(_matrix, name);
        if (row is not (null or YamlSequence) || IsOpen)
        {
            return null;
        }

        var values = (row as YamlSequence)?.Items.ToList() ?? [];
        values.AddRange(Included.Select(combination => Find(combination, name)).OfType<YamlNode>());
        return values.Any(IsUnknown) ? null : values;
    }

    /// <summary>The value under a name, whose case does not count.</summary>
    public static YamlNode? Find(YamlMapping mapping, string name) =>
        mapping
            .Entries.FirstOrDefault(entry =>
                string.Equals((entry.Key as YamlScalar)?.Value, name, StringComparison.OrdinalIgnoreCase)
            )
            ?.Value;

    private ImmutableArray<YamlNode> Items(string key) =>
        _matrix.Sequence(key)?.Items ?? ImmutableArray<YamlNode>.Empty;

    private IEnumerable<YamlMapping> Combinations(string key) => Items(key).OfType<YamlMapping>();

    /// <summary>Whether a value holds what is only known when the job runs.</summary>
    public static bool IsUnknown(YamlNode node) =>
        node switch
        {
            YamlScalar scalar => GitHubTemplates.Grammar.HasExpression(scalar.Value),
            YamlSequence sequence => sequence.Items.Any(IsUnknown),
            YamlMapping mapping => mapping.Entries.Any(static entry => IsUnknown(entry.Value)),
            _ => true,
        };
}
