using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Secrets.Detection;

/// <summary>Which detectors know a secret by its name, found by the words that stand in a name: a tree has thousands of names, and each says little.</summary>
internal sealed class DetectorsByName
{
    private readonly Dictionary<string, List<SecretDetector>> _byWord = new(StringComparer.Ordinal);
    private readonly SignatureIndex _words;

    /// <summary>Takes the detectors, the more exact ones first.</summary>
    public DetectorsByName(ImmutableArray<SecretDetector> detectors)
    {
        foreach (var detector in detectors)
        {
            foreach (var name in detector.Names.Where(static name => !name.IsUnwanted))
            {
                if (!_byWord.TryGetValue(name.Word, out var alike))
                {
                    _byWord.Add(name.Word, alike = []);
                }

                alike.Add(detector);
            }
        }

        _words = new SignatureIndex(_byWord.Keys);
    }

    /// <summary>The detectors of a plain name, the more exact ones first.</summary>
    public SecretDetector[] Find(string name)
    {
        var found = new List<SecretDetector>();
        var words = new List<string>();
        for (var at = _words.Next(name, 0); at < name.Length; at = _words.Next(name, at + 1))
        {
            _words.At(name, at, words);
            foreach (var word in words)
            {
                foreach (var detector in _byWord[word])
                {
                    if (!found.Contains(detector) && detector.IsNamed(name))
                    {
                        found.Add(detector);
                    }
                }
            }
        }

        found.Sort(static (one, other) => one.Rank.CompareTo(other.Rank));
        return found.ToArray();
    }
}
