using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Rules.Checks.Pipelines.Azure;
using Governance.Engine.Syntax.Shell;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Scripts;

/// <summary>
/// The scripts of the steps of Azure Pipelines, and those in the inputs of its tasks.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/tasks/reference/
/// </summary>
internal static class AzureScripts
{
    private static readonly string[] Inputs = ["inlineScript", "script", "Inline"];

    /// <summary>The scripts of a file, in the order of the text.</summary>
    public static IEnumerable<Script> Of(ParsedFile file)
    {
        foreach (var step in AzureFile.Of(file).Mappings)
        {
            switch (step.Type)
            {
                case "script-step" when step.Node["script"].AsScalar() is { } script:
                    yield return Script.Of(script, ShellKind.Posix, file.Text);
                    break;
                case "bash-step" when step.Node["bash"].AsScalar() is { } script:
                    yield return Script.Of(script, ShellKind.Posix, file.Text);
                    break;
                case "pwsh-step"
                or "powershell-step" when (step.Node["pwsh"] ?? step.Node["powershell"]).AsScalar() is { } script:
                    yield return Script.Of(script, ShellKind.PowerShell, file.Text);
                    break;
                case "task-step" when step.Node.Mapping("inputs") is { } inputs:
                    foreach (var script in Inputs.Select(name => inputs[name].AsScalar()).OfType<YamlScalar>())
                    {
                        yield return Script.Of(script, Kind(step.Node.Text("task") ?? "", inputs), file.Text);
                    }

                    break;
            }
        }
    }

    // AzureCLI@2 says the shell by 'scriptType' (bash, pscore, ps, batch); the others by their names.
    private static ShellKind Kind(string task, YamlMapping inputs) =>
        (inputs.Text("scriptType") ?? "").StartsWith("ps", StringComparison.OrdinalIgnoreCase)
        || task.IndexOf("PowerShell", StringComparison.OrdinalIgnoreCase) >= 0
            ? ShellKind.PowerShell
            : ShellKind.Posix;
}
