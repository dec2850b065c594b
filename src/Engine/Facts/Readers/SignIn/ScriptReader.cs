using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Facts.Readers.Scripts;
using Governance.Engine.Repository;
using Governance.Engine.Secrets.Detection;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Facts.Readers.SignIn;

/// <summary>What the commands of scripts sign in with, and which scripts of the repository the steps of pipelines run.</summary>
internal sealed class ScriptReader : FactReader
{
    // Without one of these a script signs nobody in.
    private static readonly SignatureIndex Signs = new([
        "login",
        "Connect-Az",
        "Add-Az",
        "configure",
        "set-credentials",
        "://",
    ]);

    // What steps of pipelines run commands by.
    private static readonly SignatureIndex Steps = new([
        "run:",
        "run :",
        "\"run\"",
        "script",
        "inline",
        "bash",
        "pwsh",
        "powershell",
    ]);

    private static readonly string[] ScriptFiles = [".sh", ".ps1", ".py", ".ipynb"];

    private static readonly SignatureIndex Runs = new(ScriptFiles);

    /// <inheritdoc/>
    public override ImmutableArray<FileClass> Classes => ScriptsOf.Classes;

    /// <inheritdoc/>
    public override void Read(ParsedFile file, List<Fact> facts)
    {
        var text = file.Text.Text;
        var isPipeline = file.Class is FileClass.GitHubWorkflow or FileClass.GitHubAction or FileClass.Yaml;
        if (!MayMatter(text, isPipeline) || (isPipeline && !Steps.IsIn(text)))
        {
            return;
        }

        foreach (var script in ScriptsOf.File(file))
        {
            // The commands of a script are read only where one may be of interest: most are not.
            if (!MayMatter(script.Text, isPipeline))
            {
                continue;
            }

            for (var index = 0; index < script.Commands.Count; index++)
            {
                Read(script, index, facts);
                if (isPipeline)
                {
                    ReadRuns(script, script.Commands[index], facts);
                }
            }
        }
    }

    private static bool MayMatter(string text, bool isPipeline) => Signs.IsIn(text) || (isPipeline && Runs.IsIn(text));

    private static void Read(Script script, int index, List<Fact> facts)
    {
        var command = script.Commands[index];
        if (CommandSignIn.Of(script.Commands, index) is { } signIn)
        {
            facts.Append(new Fact(FactKind.HumanSignIn, signIn.Family + " " + signIn.Deed, script.SpanOf(command)));
        }

        if (CommandSecret.Of(command) is { } stored)
        {
            facts.Append(
                new Fact(FactKind.StoredCredential, stored.Family + " " + stored.Name, script.SpanOf(stored.Word))
            );
        }

        foreach (var (name, word) in CommandSecret.PersonalTokens(command))
        {
            facts.Append(new Fact(FactKind.PersonalToken, name, script.SpanOf(word)));
        }
    }

    // bash scripts/deploy.sh, ./deploy.sh, python train.py.
    private static void ReadRuns(Script script, ShellCommand command, List<Fact> facts)
    {
        foreach (var word in command.Words)
        {
            if (
                ScriptFiles.Any(ending => word.Text.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
                && word.Text.Length < 200
            )
            {
                facts.Append(new Fact(FactKind.ScriptRun, word.Text, script.SpanOf(word)));
            }
        }
    }
}
