using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>The steps of a workflow's jobs and of a composite action, which are written alike.</summary>
internal static class GitHubSteps
{
    /// <summary>The lists of steps of a file.</summary>
    public static IEnumerable<YamlSequence> Lists(ParsedFile file)
    {
        var root = file.Yaml.RootMapping;
        return file.Class == FileClass.GitHubAction
            ? new[] { root?.Mapping("runs")?.Sequence("steps") }.OfType<YamlSequence>()
            : (root?.Mapping("jobs")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
                .Select(static job => (job.Value as YamlMapping)?.Sequence("steps"))
                .OfType<YamlSequence>();
    }

    /// <summary>The steps of a file.</summary>
    public static IEnumerable<YamlMapping> Of(ParsedFile file) =>
        Lists(file).SelectMany(static steps => steps.Mappings());

    /// <summary>The scripts that steps run.</summary>
    public static IEnumerable<YamlScalar> Scripts(ParsedFile file) =>
        Of(file).Select(static step => step["run"] as YamlScalar).OfType<YamlScalar>();

    /// <summary>The values of <c>uses</c> in steps and jobs of a file.</summary>
    public static IEnumerable<YamlScalar> Uses(ParsedFile file)
    {
        var jobs =
            file.Class == FileClass.GitHubWorkflow
                ? WorkflowFile.Of(file).Jobs.Select(static job => job.Value).OfType<YamlMapping>()
                : [];
        return Of(file).Concat(jobs).Select(static user => user["uses"] as YamlScalar).OfType<YamlScalar>();
    }
}
