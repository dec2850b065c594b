using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>The keys that a mapping has, and those it was meant to have.</summary>
internal sealed class MappingKeys(bool ignoresCase)
{
    // Most mappings have few keys, and a table of them costs more than it saves.
    private const int Few = 8;

    private readonly StringComparer _comparer = ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
    private readonly List<YamlScalar> _written = [];
    private Dictionary<string, YamlScalar>? _table;
    private List<string>? _meant;

    /// <summary>Whether directives may add keys that are not known here.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The key of this name, or null.</summary>
    public YamlScalar? Find(string name)
    {
        if (_table is not null)
        {
            return _table.TryGetValue(name, out var found) ? found : null;
        }

        foreach (var key in _written)
        {
            if (_comparer.Equals(key.Value, name))
            {
                return key;
            }
        }

        return null;
    }

    /// <summary>Takes a key that is not there yet.</summary>
    public void Add(YamlScalar key)
    {
        _written.Add(key);
        if (_written.Count > Few)
        {
            _table ??= _written.Take(Few).ToDictionary(static one => one.Value, _comparer);
            _table.Add(key.Value, key);
        }
    }

    /// <summary>Takes the name that a misspelled key was meant to be. It is not missing too: one mistake, one finding.</summary>
    public void Meant(string? name)
    {
        if (name is not null)
        {
            (_meant ??= []).Add(name);
        }
    }

    /// <summary>Whether more than one of these is there.</summary>
    public bool HasTwoOf(ImmutableArray<string> names)
    {
        var found = 0;
        foreach (var name in names)
        {
            found += Find(name) is null ? 0 : 1;
        }

        return found > 1;
    }

    /// <summary>Whether a key is surely not there.</summary>
    public bool Lacks(string name) => !IsOpen && Find(name) is null && _meant?.Contains(name) != true;
}
