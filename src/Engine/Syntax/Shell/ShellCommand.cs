using System;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Syntax.Shell;

/// <summary>The shells whose scripts are read.</summary>
internal enum ShellKind
{
    /// <summary>sh, bash, zsh and their like.</summary>
    Posix,

    /// <summary>PowerShell, of Windows or not.</summary>
    PowerShell,
}

/// <summary>A word of a command.</summary>
/// <param name="Text">Without its quotation marks and escapes; what the shell would fill in stands as written (<c>$NAME</c>, <c>$(name)</c>, <c>${{ x }}</c>).</param>
/// <param name="Start">The offset of its first character, a quotation mark included.</param>
/// <param name="Length">How many characters it takes in the script.</param>
internal readonly record struct ShellWord(string Text, int Start, int Length)
{
    /// <summary>The offset behind it.</summary>
    public int End => Start + Length;

    /// <summary>Whether the shell fills in some or all of it, or splits it into words of its own.</summary>
    public bool IsFilledIn =>
        Text.IndexOf('$') >= 0 || Text.IndexOf('`') >= 0 || Text.StartsWith("@", StringComparison.Ordinal);
}

/// <summary>A simple command: a program and what it is given, without what leads there (<c>sudo</c>, <c>if</c>, assignments).</summary>
/// <param name="Words">The program and its arguments; never empty.</param>
/// <param name="HasInput">Whether something is written to it: by a pipe, a file or a here-document.</param>
internal sealed record ShellCommand(ImmutableArray<ShellWord> Words, bool HasInput)
{
    /// <summary>The program's name, without its folder and a suffix of Windows, in lower case.</summary>
    public string Name { get; } = NameOf(Words[0].Text);

    /// <summary>The offset of the first word.</summary>
    public int Start => Words[0].Start;

    /// <summary>The offset behind the last word.</summary>
    public int End => Words[Words.Length - 1].End;

    /// <summary>Whether the command begins with these words; case does not count.</summary>
    public bool Is(params string[] words) =>
        Words.Length >= words.Length
        && words[0] == Name
        && words
            .Skip(1)
            .Select((word, index) => string.Equals(Words[index + 1].Text, word, StringComparison.OrdinalIgnoreCase))
            .All(static same => same);

    /// <summary>The word of one of these options, with or without <c>=value</c>; null where none is given.</summary>
    public ShellWord? Option(params string[] names)
    {
        foreach (var word in Words.Skip(1))
        {
            if (names.Any(name => IsOption(word.Text, name)))
            {
                return word;
            }
        }

        return null;
    }

    /// <summary>Whether one of these options is given.</summary>
    public bool Has(params string[] names) => Option(names) is not null;

    /// <summary>The value of one of these options: behind <c>=</c>, or the next word; null where there is none.</summary>
    public ShellWord? Value(params string[] names)
    {
        for (var index = 1; index < Words.Length; index++)
        {
            var word = Words[index];
            if (!names.Any(name => IsOption(word.Text, name)))
            {
                continue;
            }

            var equals = word.Text.IndexOf('=');
            if (equals > 0)
            {
                return word with { Text = word.Text.Substring(equals + 1) };
            }

            return index + 1 < Words.Length && !Words[index + 1].Text.StartsWith("-", StringComparison.Ordinal)
                ? Words[index + 1]
                : null;
        }

        return null;
    }

    // --name, --name=value, -Name:value; short options are told apart by case.
    private static bool IsOption(string word, string name) =>
        word.Length >= name.Length
        && string.Compare(
            word,
            0,
            name,
            0,
            name.Length,
            name.Length == 2 ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase
        ) == 0
        && (word.Length == name.Length || word[name.Length] is '=' or ':');

    private static string NameOf(string program)
    {
        var slash = program.LastIndexOfAny(['/', '\\']);
        var name = program.Substring(slash + 1).ToLowerInvariant();
        foreach (var suffix in new[] { ".exe", ".cmd", ".bat" })
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return name.Substring(0, name.Length - suffix.Length);
            }
        }

        return name;
    }
}
