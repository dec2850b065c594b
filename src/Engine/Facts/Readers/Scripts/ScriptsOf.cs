using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Repository;
using Governance.Engine.Syntax.Notebooks;
using Governance.Engine.Syntax.Shell;

namespace Governance.Engine.Facts.Readers.Scripts;

/// <summary>The scripts of a file: the file itself, the steps of a pipeline, the recipes of an image or a Makefile, the shell lines of a notebook.</summary>
internal sealed class ScriptsOf
{
    private static readonly string[] Instructions = ["RUN", "CMD", "ENTRYPOINT"];
    private static readonly string[] CellMagics = ["bash", "sh", "script bash", "script sh"];

    private ScriptsOf(IEnumerable<Script> scripts) => All = scripts.ToList();

    /// <summary>The classes of files that are scripts or hold some.</summary>
    public static ImmutableArray<FileClass> Classes { get; } =
        ImmutableArray.Create(
            FileClass.Shell,
            FileClass.PowerShell,
            FileClass.Dockerfile,
            FileClass.Makefile,
            FileClass.Notebook,
            FileClass.GitHubWorkflow,
            FileClass.GitHubAction,
            FileClass.Yaml
        );

    /// <summary>The scripts, in the order of the text.</summary>
    public IReadOnlyList<Script> All { get; }

    /// <summary>The scripts of a file; none where its class has none.</summary>
    public static IReadOnlyList<Script> File(ParsedFile file) => file.Once(static one => new ScriptsOf(Read(one))).All;

    private static IEnumerable<Script> Read(ParsedFile file) =>
        file.Class switch
        {
            FileClass.Shell => Whole(file, file.Text.Text, ShellKind.Posix),
            FileClass.PowerShell => Whole(file, file.Text.Text, ShellKind.PowerShell),
            FileClass.Dockerfile => Whole(
                file,
                Script.KeepLines(file.Text.Text, Instruction(file.Text.Text)),
                ShellKind.Posix
            ),
            FileClass.Makefile => Whole(
                file,
                Script.KeepLines(file.Text.Text, Recipe(file.Text.Text)),
                ShellKind.Posix
            ),
            FileClass.Notebook => OfNotebook(file),
            FileClass.GitHubWorkflow or FileClass.GitHubAction => GitHubScripts.Of(file),
            FileClass.Yaml => file.Yaml.RootMapping is { } root && GitHubWorkflowReader.IsWorkflow(root)
                ? GitHubScripts.Of(file)
                : AzureScripts.Of(file),
            _ => [],
        };

    private static IEnumerable<Script> Whole(ParsedFile file, string text, ShellKind kind) =>
        [new Script(text, kind, file.Text.Span)];

    // RUN az login: https://docs.docker.com/reference/dockerfile/#run; what a continued line begins with is its own.
    private static Func<int, int, int> Instruction(string text)
    {
        var isContinued = false;
        return (start, end) =>
        {
            var from = isContinued ? start : BehindInstruction(text, start, end);
            var last = end;
            while (last > start && char.IsWhiteSpace(text[last - 1]))
            {
                last--;
            }

            // A comment or an empty line does not end a continued instruction.
            var isComment = last == start || text[SkipBlanks(text, start, end)] == '#';
            isContinued = from >= 0 && (last > start && text[last - 1] == '\\' || (isContinued && isComment));
            return isComment ? -1 : from;
        };
    }

    private static int BehindInstruction(string text, int start, int end)
    {
        var word = SkipBlanks(text, start, end);
        foreach (var instruction in Instructions)
        {
            var behind = word + instruction.Length;
            if (
                behind < end
                && string.Compare(text, word, instruction, 0, instruction.Length, StringComparison.OrdinalIgnoreCase)
                    == 0
                && text[behind] is ' ' or '\t'
            )
            {
                // --mount=..., --network=...: the instruction's own options.
                var at = SkipBlanks(text, behind, end);
                while (at + 1 < end && text[at] == '-' && text[at + 1] == '-')
                {
                    while (at < end && !char.IsWhiteSpace(text[at]))
                    {
                        at++;
                    }

                    at = SkipBlanks(text, at, end);
                }

                return at;
            }
        }

        return -1;
    }

    // A recipe's line begins with a tab, and '@', '-' or '+' tell make how to run it.
    private static Func<int, int, int> Recipe(string text)
    {
        var isContinued = false;
        return (start, end) =>
        {
            var isRecipe = end > start && (text[start] == '\t' || isContinued);
            isContinued =
                isRecipe && text.Substring(start, end - start).TrimEnd().EndsWith("\\", StringComparison.Ordinal);
            var at = SkipBlanks(text, start, end);
            while (isRecipe && at < end && text[at] is '@' or '-' or '+')
            {
                at++;
            }

            return isRecipe ? at : -1;
        };
    }

    // !az login, and cells that begin with %%bash: https://ipython.readthedocs.io/en/stable/interactive/magics.html#cell-magics
    private static IEnumerable<Script> OfNotebook(ParsedFile file)
    {
        foreach (var cell in file.Notebook.Cells.Where(static cell => cell.Type == "code"))
        {
            if (CellSource.Of(cell, file.Text) is { } source && source.Text.IndexOfAny(['!', '%']) >= 0)
            {
                var text = source.Text;
                var first = SkipBlanks(text, 0, text.Length);
                var isShell = CellMagics.Any(magic => IsAt(text, first, "%%" + magic));
                yield return new Script(
                    Script.KeepLines(
                        text,
                        isShell
                            ? (start, _) => start > first ? start : -1
                            : (start, end) => BehindMark(text, start, end)
                    ),
                    ShellKind.Posix,
                    source.Span
                );
            }
        }
    }

    private static int BehindMark(string text, int start, int end)
    {
        var at = SkipBlanks(text, start, end);
        while (at < end && text[at] == '!')
        {
            at++;
        }

        return at > start && at < end && text[at - 1] == '!' ? at
            : IsAt(text, at, "%sx") ? at + 3
            : IsAt(text, at, "%system") ? at + 7
            : -1;
    }

    private static bool IsAt(string text, int at, string word) =>
        string.CompareOrdinal(text, at, word, 0, word.Length) == 0
        && (at + word.Length == text.Length || char.IsWhiteSpace(text[at + word.Length]));

    private static int SkipBlanks(string text, int at, int end)
    {
        while (at < end && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }
}
