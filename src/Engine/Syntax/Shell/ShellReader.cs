using System.Collections.Generic;
using System.Collections.Immutable;

namespace Governance.Engine.Syntax.Shell;

/// <summary>
/// Splits a script into its simple commands: quotation marks, continued lines, comments, here-documents, pipes and lists are understood, and
/// what is substituted (<c>$(command)</c>) is read as well. It accepts any text and reads it in one pass; nothing is evaluated.
/// https://pubs.opengroup.org/onlinepubs/9799919799/utilities/V3_chap02.html
/// https://learn.microsoft.com/en-us/powershell/module/microsoft.powershell.core/about/about_parsing
/// </summary>
internal static class ShellReader
{
    /// <summary>How many commands one script can have; further ones are left out.</summary>
    public const int MostCommands = 20_000;

    /// <summary>The commands in the order in which they end.</summary>
    public static IReadOnlyList<ShellCommand> Read(string script, ShellKind kind = ShellKind.Posix)
    {
        var commands = new List<ShellCommand>();
        new ShellScanner(script, kind, commands).Scan();
        return commands;
    }
}

/// <summary>The command in the making, at one level of substitution.</summary>
internal sealed class ShellCommandBuilder(List<ShellCommand> commands)
{
    // What may stand before a command without being one.
    private static readonly ImmutableHashSet<string> Leads = ImmutableHashSet.Create(
        "if",
        "then",
        "else",
        "elif",
        "elseif",
        "do",
        "while",
        "until",
        "!",
        "time",
        "sudo",
        "exec",
        "command",
        "env",
        "nohup",
        "try",
        "catch",
        "finally",
        "return",
        "&",
        "."
    );

    private readonly List<ShellWord> _words = [];
    private bool _hasInput;

    /// <summary>Adds a word.</summary>
    public void Add(ShellWord word) => _words.Add(word);

    /// <summary>Says that the command reads from a file or a here-document.</summary>
    public void TakeInput() => _hasInput = true;

    /// <summary>Ends the command.</summary>
    /// <param name="pipes">Whether the next one reads what this one writes.</param>
    public void End(bool pipes = false)
    {
        var first = 0;
        while (first < _words.Count && IsLead(first))
        {
            first++;
        }

        if (first < _words.Count && commands.Count < ShellReader.MostCommands)
        {
            commands.Add(new ShellCommand(_words.GetRange(first, _words.Count - first).ToImmutableArray(), _hasInput));
        }

        _words.Clear();
        _hasInput = pipes;
    }

    // NAME=value before a command, and $name = in PowerShell; options of what leads (sudo -E).
    private bool IsLead(int index)
    {
        var text = _words[index].Text;
        return Leads.Contains(text)
            || IsAssignment(text)
            || (index > 0 && text.StartsWith("-", System.StringComparison.Ordinal))
            || text == "="
            || (
                text.StartsWith("$", System.StringComparison.Ordinal)
                && index + 1 < _words.Count
                && _words[index + 1].Text == "="
            );
    }

    private static bool IsAssignment(string text)
    {
        var equals = text.IndexOf('=');
        if (equals <= 0 || text[0] is >= '0' and <= '9')
        {
            return false;
        }

        for (var at = text[0] == '$' ? 1 : 0; at < equals; at++)
        {
            if (text[at] != '_' && text[at] != '+' && !char.IsLetterOrDigit(text[at]))
            {
                return false;
            }
        }

        return true;
    }
}
