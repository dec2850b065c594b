using System;
using System.Collections.Immutable;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub;

/// <summary>
/// GOV0407: a script talks to the runner by a command that GitHub has withdrawn.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
/// https://github.blog/changelog/2022-10-11-github-actions-deprecating-save-state-and-set-output-commands/
/// </summary>
internal sealed class DeprecatedWorkflowCommand : FileCheck
{
    private static readonly string[] Commands = ["set-output", "save-state", "set-env", "add-path"];

    private static readonly string[] Remedies =
    [
        "Write 'name=value' to the file $GITHUB_OUTPUT: echo \"name=value\" >> \"$GITHUB_OUTPUT\"",
        "Write 'name=value' to the file $GITHUB_STATE: echo \"name=value\" >> \"$GITHUB_STATE\"",
        "Write 'name=value' to the file $GITHUB_ENV: echo \"name=value\" >> \"$GITHUB_ENV\"",
        "Write the path to the file $GITHUB_PATH: echo \"path\" >> \"$GITHUB_PATH\"",
    ];

    public override string Id => "GOV0407";

    public override ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(FileClass.GitHubWorkflow, FileClass.GitHubAction);

    public override void Run(FileCheckContext context)
    {
        foreach (var script in GitHubSteps.Scripts(context.File))
        {
            if (script.Value.Contains("::"))
            {
                Check(script, context);
            }
        }
    }

    // A command begins its line of output: '::name', with parameters or without, and '::' before its value.
    private static void Check(YamlScalar script, FileCheckContext context)
    {
        YamlScalarMap? map = null;
        for (var at = script.Value.IndexOf("::", StringComparison.Ordinal); at >= 0; )
        {
            var which = Array.FindIndex(Commands, command => IsCommand(script.Value, at + 2, command));
            if (which >= 0)
            {
                map ??= YamlScalarMap.Of(context.File.Text, script);
                context.Report(
                    map.Span(at, Commands[which].Length + 2),
                    $"GitHub has withdrawn the workflow command '{Commands[which]}'",
                    Remedies[which],
                    Line(script.Value, at)
                );
            }

            at = script.Value.IndexOf("::", at + 2, StringComparison.Ordinal);
        }
    }

    private static bool IsCommand(string script, int at, string command)
    {
        if (string.CompareOrdinal(script, at, command, 0, command.Length) != 0)
        {
            return false;
        }

        var end = at + command.Length;
        var value = script.IndexOf("::", Math.Min(end, script.Length), StringComparison.Ordinal);
        var line = script.IndexOf('\n', Math.Min(end, script.Length));
        return value >= 0 && (line < 0 || value < line) && (value == end || script[end] == ' ');
    }

    private static string Line(string script, int at)
    {
        var start = script.LastIndexOf('\n', at) + 1;
        var end = script.IndexOf('\n', at);
        return script.Substring(start, (end < 0 ? script.Length : end) - start).Trim();
    }
}
