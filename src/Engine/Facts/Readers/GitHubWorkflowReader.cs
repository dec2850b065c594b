using System.Collections.Generic;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers;

/// <summary>
/// Knows a GitHub Actions workflow by <c>on</c> and <c>jobs</c>, one of which says where it runs, what it calls or its steps.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax
/// </summary>
internal sealed class GitHubWorkflowReader : YamlFactReader
{
    protected override void Read(YamlMapping root, List<Fact> facts)
    {
        if (root.Find("on") is not { } trigger || root.Mapping("jobs") is not { } jobs)
        {
            return;
        }

        foreach (var entry in jobs.Entries)
        {
            if (
                entry.Value is YamlMapping job
                && (job.Has("runs-on") || job.Has("uses") || job.Sequence("steps") is not null)
            )
            {
                facts.Append(new Fact(FactKind.GitHubWorkflow, root.Text("name") ?? "", trigger.Key.Span));
                return;
            }
        }
    }
}
