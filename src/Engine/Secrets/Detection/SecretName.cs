using System;

namespace Governance.Engine.Secrets.Detection;

/// <summary>
/// What the plain name of a secret has in it, as a detector writes it: a word, <c>word$</c> at the end, <c>one*other</c> one after
/// the other, and <c>!word</c> for what it has not.
/// </summary>
internal sealed class SecretName
{
    private static readonly char[] Digits = "0123456789".ToCharArray();

    private readonly string[] _parts;
    private readonly bool _isEnd;

    /// <summary>Reads a name.</summary>
    public SecretName(string written)
    {
        IsUnwanted = written[0] == '!';
        _isEnd = written[written.Length - 1] == '$';
        _parts = written.Trim('!', '$').Split('*');
        Word = _parts[0];
        foreach (var part in _parts)
        {
            Word = part.Length > Word.Length ? part : Word;
        }
    }

    /// <summary>Whether it tells of names that are none of a secret.</summary>
    public bool IsUnwanted { get; }

    /// <summary>Its longest word, which every such name has in it.</summary>
    public string Word { get; }

    /// <summary>Whether a word is part of it, so that whoever finds the word finds every such name.</summary>
    public bool Has(string word) => Array.Exists(_parts, part => part.IndexOf(word, StringComparison.Ordinal) >= 0);

    /// <summary>Whether a plain name has it; a number behind the name is none of it.</summary>
    public bool IsIn(string name)
    {
        var at = 0;
        foreach (var part in _parts)
        {
            var found = name.IndexOf(part, at, StringComparison.Ordinal);
            if (found < 0)
            {
                return false;
            }

            at = found + part.Length;
        }

        return !_isEnd || name.TrimEnd(Digits).EndsWith(_parts[_parts.Length - 1], StringComparison.Ordinal);
    }
}
