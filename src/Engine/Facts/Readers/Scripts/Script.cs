using System;
using System.Collections.Generic;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Shell;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Scripts;

/// <summary>A script that a file is or holds, and where it stands.</summary>
/// <param name="Text">The script.</param>
/// <param name="Kind">The shell it is for.</param>
/// <param name="Span">The place in the file of a stretch of the script: its start and its length.</param>
internal sealed record Script(string Text, ShellKind Kind, Func<int, int, SourceSpan> Span)
{
    private IReadOnlyList<ShellCommand>? _commands;

    /// <summary>Its simple commands.</summary>
    public IReadOnlyList<ShellCommand> Commands => _commands ??= ShellReader.Read(Text, Kind);

    /// <summary>The place of a command.</summary>
    public SourceSpan SpanOf(ShellCommand command) => Span(command.Start, command.End - command.Start);

    /// <summary>The place of a word.</summary>
    public SourceSpan SpanOf(ShellWord word) => Span(word.Start, word.Length);

    /// <summary>The script in a scalar of YAML.</summary>
    public static Script Of(YamlScalar scalar, ShellKind kind, SourceText file)
    {
        YamlScalarMap? map = null;
        return new Script(
            scalar.Value,
            kind,
            (start, length) => (map ??= YamlScalarMap.Of(file, scalar)).Span(start, length)
        );
    }

    /// <summary>
    /// A text in which all lines but some are blank, so that offsets stay what they are.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="keep">For the offsets of a line's start and end, the offset from which it is kept; a negative number keeps nothing.</param>
    public static string KeepLines(string text, Func<int, int, int> keep)
    {
        var kept = text.ToCharArray();
        for (var start = 0; start < text.Length; )
        {
            var found = text.IndexOf('\n', start);
            var end = found < 0 ? text.Length : found;
            var from = keep(start, end);
            for (var at = start; at < (from < 0 ? end : from); at++)
            {
                kept[at] = ' ';
            }

            start = end + 1;
        }

        return new string(kept);
    }
}
