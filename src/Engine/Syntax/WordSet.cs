using System;
using System.Collections;
using System.Collections.Generic;

namespace Governance.Engine.Syntax;

/// <summary>
/// Words whose case does not count, in a set that never changes. It is made several times as fast as an immutable set of the library, which a
/// short run feels.
/// </summary>
internal sealed class WordSet : IEnumerable<string>
{
    private readonly HashSet<string> _words;

    /// <summary>A set of these words.</summary>
    public WordSet(params string[] words) => _words = new HashSet<string>(words, StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether a word is one of these.</summary>
    public bool Contains(string word) => _words.Contains(word);

    /// <inheritdoc/>
    public IEnumerator<string> GetEnumerator() => _words.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}
