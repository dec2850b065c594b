using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// GOV0408: a job asks for a runner that GitHub does not have. Labels of people's own runners are not known here; what looks like one of
/// GitHub's, and is none, is.
/// https://docs.github.com/en/actions/reference/runners/github-hosted-runners
/// https://github.com/actions/runner-images
/// </summary>
internal sealed class UnknownRunner : FileCheck
{
    private static readonly string[] Systems = ["ubuntu", "windows", "macos"];

    private static readonly WordSet Hosted = new(
        "ubuntu-latest",
        "ubuntu-slim",
        "ubuntu-24.04",
        "ubuntu-24.04-arm",
        "ubuntu-22.04",
        "ubuntu-22.04-arm",
        "windows-latest",
        "windows-2025",
        "windows-2025-vs2026",
        "windows-2022",
        "windows-11-arm",
        "macos-latest",
        "macos-26",
        "macos-26-intel",
        "macos-15",
        "macos-15-intel",
        "macos-14"
    );

    public override string Id => "GOV0408";

    public override ImmutableArray<FileClass> Classes { get; } = ImmutableArray.Create(FileClass.GitHubWorkflow);

    public override void Run(FileCheckContext context)
    {
        var own = context.Options.List("labels");
        foreach (var job in WorkflowFile.Of(context.File).Jobs.Select(static job => job.Value).OfType<YamlMapping>())
        {
            var groups = RunnerLabels.Of(job);
            // As nearly all jobs are written: one label, and GitHub has it.
            if (groups.Count == 1 && groups[0].Count == 1 && Hosted.Contains(groups[0][0].Value))
            {
                continue;
            }

            foreach (var label in groups.SelectMany(static group => group))
            {
                CheckKnown(label, own, context);
            }

            if (!groups.SelectMany(static group => group).Any(static label => Is(label, "self-hosted")))
            {
                CheckConflicts(groups, context);
            }
        }
    }

    private static void CheckKnown(YamlScalar label, ImmutableArray<string> own, FileCheckContext context)
    {
        if (!LooksHosted(label.Value) || Hosted.Contains(label.Value) || own.Any(known => Is(label, known)))
        {
            return;
        }

        var nearest = Spelling.Nearest(label.Value, Hosted);
        context.Report(
            label.Span,
            $"GitHub has no runner '{label.Value}'" + (nearest is null ? "" : $"; did you mean '{nearest}'?"),
            "Use a label that GitHub has, such as 'ubuntu-latest', or list a runner of your own under the option 'labels'",
            label.Value
        );
    }

    private static void CheckConflicts(List<List<YamlScalar>> groups, FileCheckContext context)
    {
        var first = groups
            .SelectMany(static group => group.Count == 1 ? group : [])
            .FirstOrDefault(static label => System(label) is not null);
        if (first is null)
        {
            return;
        }

        foreach (var label in groups.SelectMany(static group => group))
        {
            if (System(label) is { } system && system != System(first))
            {
                context.Report(
                    label.Span,
                    $"No runner is both '{first.Value}' and '{label.Value}': a job runs on one that has all of its labels",
                    "Remove one of them; to run the job on each, use a matrix",
                    label.Value
                );
            }
        }
    }

    // 'ubuntu-18.04', 'macos-12', 'ubuntu-oldest': a system and one more word, which larger runners seldom have.
    private static bool LooksHosted(string label)
    {
        var dash = label.IndexOf('-');
        return dash > 0
            && Systems.Contains(label.Substring(0, dash).ToLowerInvariant())
            && label.Length > dash + 1
            && label.Skip(dash + 1).All(static c => char.IsLetterOrDigit(c) || c == '.');
    }

    private static string? System(YamlScalar label)
    {
        var word = label.Value.Split('-')[0].ToLowerInvariant();
        return Systems.Contains(word) && (Is(label, word) || Hosted.Contains(label.Value)) ? word
            : Is(label, "linux") ? "ubuntu"
            : null;
    }

    private static bool Is(YamlScalar label, string name) =>
        string.Equals(label.Value, name, StringComparison.OrdinalIgnoreCase);
}
