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
    /// <summary>The lists of steps of a file, each before those that its steps run side by side.</summary>
    public static IEnumerable<YamlSequence> Lists(ParsedFile file)
    {
        var pending = new Stack<YamlSequence>(Outer(file).Reverse());
        while (pending.Count > 0)
        {
            var list = pending.Pop();
            yield return list;
            foreach (var step in list.Mappings())
            {
                if (step.Sequence("parallel") is { } inner)
                {
                    pending.Push(inner);
                }
            }
        }
    }

    private static IEnumerable<YamlSequence> Outer(ParsedFile file)
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
