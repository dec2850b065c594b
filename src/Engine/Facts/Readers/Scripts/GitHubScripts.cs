using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.GitHub;
using Governance.Engine.Syntax.Shell;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Scripts;

/// <summary>
/// The scripts of a workflow's or composite action's steps: <c>run</c>, and what is handed to the actions that run the Azure CLI and Azure
/// PowerShell. https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-syntax#jobsjob_idstepsshell
/// </summary>
internal static class GitHubScripts
{
    /// <summary>The scripts of a file, in the order of the text.</summary>
    public static IEnumerable<Script> Of(ParsedFile file)
    {
        if (file.Yaml.RootMapping is not { } root)
        {
            yield break;
        }

        var owners =
            file.Class == FileClass.GitHubAction
                ? [root.Mapping("runs")]
                : (root.Mapping("jobs")?.Entries ?? ImmutableArray<YamlEntry>.Empty).Select(static job =>
                    job.Value as YamlMapping
                );
        foreach (var owner in owners.OfType<YamlMapping>())
        {
            var shell = Default(owner) ?? Default(root) ?? (OnWindows(owner) ? "pwsh" : "");
            foreach (var step in owner.Sequence("steps")?.Mappings() ?? [])
            {
                if (Of(step, shell, file) is { } script)
                {
                    yield return script;
                }
            }
        }
    }

    private static Script? Of(YamlMapping step, string shell, ParsedFile file)
    {
        if (step["run"].AsScalar() is { } run)
        {
            return Script.Of(run, Kind(step.Text("shell") ?? shell), file.Text);
        }

        if (step["uses"] is YamlScalar uses && step.Mapping("with")?["inlineScript"].AsScalar() is { } inline)
        {
            var isPowerShell = ActionReference.Parse(uses)?.Is("azure/powershell") == true;
            return Script.Of(inline, isPowerShell ? ShellKind.PowerShell : ShellKind.Posix, file.Text);
        }

        return null;
    }

    private static ShellKind Kind(string shell) =>
        shell.StartsWith("pwsh", StringComparison.Ordinal) || shell.StartsWith("powershell", StringComparison.Ordinal)
            ? ShellKind.PowerShell
            : ShellKind.Posix;

    private static string? Default(YamlMapping owner) => owner.Mapping("defaults")?.Mapping("run")?.Text("shell");

    private static bool OnWindows(YamlMapping job) =>
        job.Text("runs-on") is { } runner && runner.StartsWith("windows", StringComparison.OrdinalIgnoreCase);
}
