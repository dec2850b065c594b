using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows a GitHub Actions workflow by <c>on</c> and <c>jobs</c>, one of which says where it runs, what it calls or its steps.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
/// </summary>
internal sealed class GitHubWorkflowReader : YamlFactReader
{
    /// <summary>Whether the root is that of a workflow, wherever the file lies: templates are kept elsewhere.</summary>
    public static bool IsWorkflow(YamlMapping root) =>
        root.Has("on")
        && root.Mapping("jobs") is { } jobs
        && jobs.Entries.Any(static entry =>
            entry.Value is YamlMapping job
            && (job.Has("runs-on") || job.Has("uses") || job.Sequence("steps") is not null)
        );

    protected override void Read(YamlMapping root, List<Fact> facts)
    {
        if (IsWorkflow(root))
        {
            facts.Append(new Fact(FactKind.GitHubWorkflow, root.Text("name") ?? "", root.Find("on")!.Key.Span));
        }
    }
}
