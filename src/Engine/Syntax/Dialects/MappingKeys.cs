using System;
using System.Collections.Generic;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>The keys that a mapping has, and those it was meant to have.</summary>
internal sealed class MappingKeys(bool ignoresCase)
{
    private readonly Dictionary<string, YamlScalar> _written = new(
        ignoresCase ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal
    );

    private readonly List<string> _meant = [];

    /// <summary>Whether directives may add keys that are not known here.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The key of this name, or null.</summary>
    public YamlScalar? Find(string name) => _written.TryGetValue(name, out var key) ? key : null;

    /// <summary>Takes a key that is not there yet.</summary>
    public void Add(YamlScalar key) => _written.Add(key.Value, key);

    /// <summary>Takes the name that a misspelled key was meant to be. It is not missing too: one mistake, one finding.</summary>
    public void Meant(string? name)
    {
        if (name is not null)
        {
            _meant.Add(name);
        }
    }

    /// <summary>Whether a key is surely not there.</summary>
    public bool Lacks(string name) => !IsOpen && !_written.ContainsKey(name) && !_meant.Contains(name);
}
