using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>
/// Values that people without any right to a repository choose: what they write, and what they name their branches.
/// https://docs.github.com/en/actions/reference/security/secure-use#good-practices-for-mitigating-script-injection-attacks and
/// https://securitylab.github.com/resources/github-actions-untrusted-input/
/// </summary>
internal static class UntrustedPaths
{
    private static readonly ImmutableArray<ImmutableArray<string>> All = ImmutableArray
        .Create(
            "github.head_ref",
            "github.event.issue.title",
            "github.event.issue.body",
            "github.event.comment.body",
            "github.event.discussion.title",
            "github.event.discussion.body",
            "github.event.review.body",
            "github.event.review_comment.body",
            "github.event.pages.*.page_name",
            "github.event.pull_request.title",
            "github.event.pull_request.body",
            "github.event.pull_request.head.ref",
            "github.event.pull_request.head.label",
            "github.event.pull_request.head.repo.default_branch",
            "github.event.pull_request.head.repo.description",
            "github.event.pull_request.head.repo.homepage",
            "github.event.changes.title.from",
            "github.event.changes.body.from",
            "github.event.commits.*.message",
            "github.event.commits.*.author.email",
            "github.event.commits.*.author.name",
            "github.event.commits.*.committer.email",
            "github.event.commits.*.committer.name",
            "github.event.head_commit.message",
            "github.event.head_commit.author.email",
            "github.event.head_commit.author.name",
            "github.event.head_commit.committer.email",
            "github.event.head_commit.committer.name",
            "github.event.workflow_run.head_branch",
            "github.event.workflow_run.display_title",
            "github.event.workflow_run.head_commit.message",
            "github.event.workflow_run.head_commit.author.email",
            "github.event.workflow_run.head_commit.author.name",
            "github.event.workflow_run.head_repository.description",
            "github.event.workflow_run.pull_requests.*.head.ref",
            "github.event.check_suite.head_branch",
            "github.event.check_run.check_suite.head_branch",
            "github.event.merge_group.head_commit.message"
        )
        .Select(static path => path.Split('.').ToImmutableArray())
        .ToImmutableArray();

    /// <summary>Whether a path leads to such a value.</summary>
    /// <param name="path">The names from the context on.</param>
    /// <param name="isWhole">Whether an object is written out with all that is in it.</param>
    public static bool Contains(IReadOnlyList<string> path, bool isWhole)
    {
        // Most expressions are about something else.
        if (!Matches(path[0], "github"))
        {
            return false;
        }

        foreach (var untrusted in All)
        {
            var shared = Math.Min(path.Count, untrusted.Length);
            var at = 1;
            while (at < shared && Matches(path[at], untrusted[at]))
            {
                at++;
            }

            if (at == shared && (path.Count >= untrusted.Length || isWhole))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string name, string pattern) =>
        name == ExpressionPath.Star
        || pattern == ExpressionPath.Star
        || string.Equals(name, pattern, StringComparison.OrdinalIgnoreCase);
}
