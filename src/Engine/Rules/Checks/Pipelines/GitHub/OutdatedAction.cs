using System;
using System.Collections.Immutable;
using System.Globalization;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// GOV0417: a version of an action that GitHub's runners no longer run as it was built: on Node.js 12 or 16, or against a service that is gone.
/// https://github.blog/changelog/2023-09-22-github-actions-transitioning-from-node-16-to-node-20/
/// https://github.blog/changelog/2024-04-16-deprecation-notice-v3-of-the-artifact-actions/
/// https://github.blog/changelog/2024-12-05-notice-of-upcoming-releases-and-breaking-changes-for-github-actions/
/// </summary>
internal sealed class OutdatedAction : FileCheck
{
    // The first major version that still runs.
    private static readonly (string Action, int Major)[] Oldest =
    [
        ("actions/cache", 3),
        ("actions/checkout", 4),
        ("actions/download-artifact", 4),
        ("actions/github-script", 7),
        ("actions/labeler", 5),
        ("actions/setup-dotnet", 4),
        ("actions/setup-go", 5),
        ("actions/setup-java", 4),
        ("actions/setup-node", 4),
        ("actions/setup-python", 5),
        ("actions/stale", 9),
        ("actions/upload-artifact", 4),
        ("docker/build-push-action", 5),
        ("docker/login-action", 3),
        ("docker/metadata-action", 5),
        ("docker/setup-buildx-action", 3),
        ("docker/setup-qemu-action", 3),
    ];

    public override string Id => "GOV0417";

    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.GitHubAction);

    public override void Run(FileCheckContext context)
    {
        foreach (var action in GitHubSteps.Uses(context.File).Select(ActionReference.Parse).OfType<ActionReference>())
        {
            var oldest = Array.Find(Oldest, known => action.Is(known.Action)).Major;
            if (Major(action.Ref) < oldest)
            {
                context.Report(
                    action.Scalar.Span,
                    $"'{action.Scalar.Value}' was built for a runner that GitHub has withdrawn",
                    $"Use '{action.Repository}@v{oldest}' or newer",
                    action.Scalar.Value
                );
            }
        }
    }

    // 'v3', 'v3.1.2', '3'; a branch or commit says nothing.
    private static int? Major(string reference)
    {
        var text = reference.StartsWith("v", StringComparison.Ordinal) ? reference.Substring(1) : reference;
        return
            int.TryParse(text.Split('.')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var major)
            && major < 1000
            ? major
            : null;
    }
}
