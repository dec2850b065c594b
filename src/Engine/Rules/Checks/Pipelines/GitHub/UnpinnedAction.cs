using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>GOV0412: an action of somebody else at a branch or tag, which its owner can move to other code.</summary>
internal sealed class UnpinnedAction : FileCheck
{
    private const string Docker = "docker://";

    public override string Id => "GOV0412";

    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.GitHubAction);

    public override void Run(FileCheckContext context)
    {
        var trusted = context.Options.List("tags-allowed-for");
        foreach (var uses in GitHubSteps.Uses(context.File))
        {
            if (ActionReference.Parse(uses) is { IsCommit: false } action && !trusted.Any(owner => IsOf(action, owner)))
            {
                Report(
                    uses,
                    $"'{uses.Value.Trim()}' is pinned to no commit: its owner can move '{action.Ref}' to other code",
                    context
                );
            }
            else if (uses.Value.StartsWith(Docker, StringComparison.Ordinal) && !uses.Value.Contains("@sha256:"))
            {
                Report(
                    uses,
                    $"'{uses.Value.Trim()}' is pinned to no digest: its owner can publish another image under the same tag",
                    context
                );
            }
        }
    }

    private static void Report(YamlScalar uses, string message, FileCheckContext context) =>
        context.Report(
            YamlScalarMap.Of(context.File.Text, uses).Span(0, uses.Value.TrimEnd().Length),
            message,
            "Name the commit by its whole id and keep the tag as a comment behind it: 'owner/repository@<commit> # v1.2.3'",
            uses.Value
        );

    private static bool IsOf(ActionReference action, string owner) =>
        owner.Contains("/")
            ? action.Is(owner)
            : action.Repository.StartsWith(owner + "/", StringComparison.OrdinalIgnoreCase);
}
