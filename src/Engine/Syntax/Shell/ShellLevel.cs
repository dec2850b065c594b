using System.Text;

namespace Governance.Engine.Syntax.Shell;

/// <summary>A script, or what is substituted in it: the word and the command that are being read.</summary>
internal sealed class ShellLevel(ShellCommandBuilder builder, char closing)
{
    /// <summary>The command.</summary>
    public ShellCommandBuilder Builder { get; } = builder;

    /// <summary>What ends a substitution; nothing for the script itself.</summary>
    public char Closing { get; } = closing;

    /// <summary>Whether double quotes are open.</summary>
    public bool IsInQuotes { get; set; }

    /// <summary>The word, without its quotes; null between words.</summary>
    public StringBuilder? Word { get; set; }

    /// <summary>Where the word begins.</summary>
    public int WordStart { get; private set; }

    /// <summary>Where a substitution in the word begins.</summary>
    public int SubstitutionStart { get; set; }

    /// <summary>How many parentheses are open.</summary>
    public int Parentheses { get; set; }

    /// <summary>What the next word is, if it is no argument.</summary>
    public ShellDrop Drops { get; set; }

    /// <summary>Begins a word, where none is begun.</summary>
    public void Begin(int at)
    {
        if (Word is null)
        {
            Word = new StringBuilder();
            WordStart = at;
        }
    }
}

/// <summary>What a word is that is no argument.</summary>
internal enum ShellDrop
{
    /// <summary>It is one.</summary>
    None,

    /// <summary>The file of a redirection.</summary>
    File,

    /// <summary>What ends a document that begins in the next line.</summary>
    Document,
}
