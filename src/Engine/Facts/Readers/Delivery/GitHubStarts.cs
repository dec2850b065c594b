using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>
/// Which events start a job, and from which branches. A condition that asks for something else than the event may keep branches out: then
/// nothing is said. https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows
/// </summary>
internal static class GitHubStarts
{
    private const int MostNeeds = 100;

    private static readonly string[] Chosen = ["github.ref", "github.event_name", "github.base_ref", "github.head_ref"];

    private static readonly string[] Statuses = ["always", "success", "failure", "cancelled"];

    /// <summary>The starts of a job that nothing in the file restricts.</summary>
    /// <param name="root">The workflow.</param>
    /// <param name="jobs">Its jobs by their ids.</param>
    /// <param name="id">The job's id.</param>
    public static IEnumerable<string> Of(YamlMapping root, IReadOnlyDictionary<string, YamlMapping> jobs, string id)
    {
        var starts = All(root["on"]).ToList();
        var seen = new HashSet<string>(StringComparer.Ordinal) { id };
        var open = new Queue<string>(seen);
        // A job whose needs were not met is left out, so that their conditions are its own.
        while (open.Count > 0 && starts.Count > 0 && seen.Count <= MostNeeds)
        {
            if (!jobs.TryGetValue(open.Dequeue(), out var job))
            {
                continue;
            }

            if (job.Text("if") is { } condition)
            {
                starts.RemoveAll(start => Truth(condition, Event(start)) != true);
            }

            // A job may plan on every branch, and apply on one.
            if (job.Sequence("steps")?.Mappings().Any(IsChosen) == true)
            {
                return [];
            }

            foreach (var need in Names(job["needs"]).Where(seen.Add))
            {
                open.Enqueue(need);
            }
        }

        // Where there are too many to follow, one of them may keep branches out.
        return seen.Count <= MostNeeds ? starts : [];
    }

    private static bool IsChosen(YamlMapping step) =>
        step.Text("if") is { } condition
        && Chosen.Any(word => condition.IndexOf(word, StringComparison.OrdinalIgnoreCase) >= 0);

    private static string Event(string start) => start.Split(' ')[0];

    private static IEnumerable<string> All(YamlNode? on)
    {
        foreach (
            var name in on is YamlMapping triggers
                ? triggers.Entries.Select(static entry => entry.Key.AsScalar()?.Value)
                : Names(on)
        )
        {
            var settings = (on as YamlMapping)?.Mapping(name ?? "");
            switch (name)
            {
                case "push"
                    when settings is null
                        || !(
                            settings.Has("branches")
                            || settings.Has("tags")
                            || settings.Has("branches-ignore")
                            || settings.Has("tags-ignore")
                        ):
                    yield return "push";
                    break;
                case "push":
                    foreach (var branch in Names(settings["branches"]))
                    {
                        yield return branch is "*" or "**" ? "push" : "push " + branch;
                    }

                    break;
                case "pull_request" or "pull_request_target" or "workflow_dispatch":
                    yield return name;
                    break;
            }
        }
    }

    private static IEnumerable<string> Names(YamlNode? node) =>
        node is YamlSequence list ? list.Items.Select(static item => item.AsScalar()?.Value).OfType<string>()
        : node.AsScalar() is { } one ? [one.Value]
        : [];

    // What is certain when this event starts the run; null where something else decides.
    private static bool? Truth(string condition, string name)
    {
        var slots = TemplateScanner.Scan(condition, ExpressionGrammar.GitHub);
        var tree =
            slots.IsEmpty ? ExpressionParser.Parse(condition, ExpressionGrammar.GitHub)
            : slots.Length == 1
                ? ExpressionParser.Parse(
                    condition,
                    slots[0].ContentStart,
                    slots[0].ContentEnd,
                    ExpressionGrammar.GitHub
                )
            : null;
        return tree?.Root is { } root ? Truth(root, name) : null;
    }

    private static bool? Truth(ExpressionNode node, string name) =>
        node switch
        {
            GroupNode group => Truth(group.Inner, name),
            NotNode { Operand: CallNode { Name: var function } } when IsStatus(function) => true,
            NotNode not => !Truth(not.Operand, name),
            CallNode call when IsStatus(call.Name) => true,
            LogicalNode { IsAnd: true } all => Join(all.Operands.Select(part => Truth(part, name)).ToList(), false),
            LogicalNode any => Join(any.Operands.Select(part => Truth(part, name)).ToList(), true),
            ComparisonNode comparison => Compare(comparison, name),
            _ => ConstantTruth.Of(node),
        };

    private static bool? Join(List<bool?> parts, bool decides) =>
        parts.Contains(decides) ? decides
        : parts.Contains(null) ? null
        : !decides;

    private static bool? Compare(ComparisonNode comparison, string name)
    {
        var (path, literal) = comparison.Left is LiteralNode left
            ? (comparison.Right, left)
            : (comparison.Left, comparison.Right as LiteralNode);
        if (
            literal is not { Kind: ExpressionTokenKind.String }
            || ExpressionPath.Of(path) is not { Count: 2 } names
            || !string.Equals(string.Join(".", names), "github.event_name", StringComparison.OrdinalIgnoreCase)
        )
        {
            return null;
        }

        var isSame = string.Equals(literal.Value, name, StringComparison.OrdinalIgnoreCase);
        return comparison.Operator switch
        {
            ExpressionTokenKind.Equal => isSame,
            ExpressionTokenKind.NotEqual => !isSame,
            _ => null,
        };
    }

    private static bool IsStatus(string function) =>
        Array.Exists(Statuses, status => string.Equals(status, function, StringComparison.OrdinalIgnoreCase));
}
