using System.Collections.Generic;

namespace Governance.Engine.Generators;

/// <summary>The front matter of one rule page, checked for form.</summary>
internal sealed class RulePage
{
    public string Title { get; set; } = "";

    public Dictionary<string, string> Scalars { get; } = [];

    public Dictionary<string, List<string>> Lists { get; } = [];

    /// <summary>Option name to the C# expression of its default.</summary>
    public SortedDictionary<string, string> Options { get; } = new(System.StringComparer.Ordinal);

    public string this[string key] => Scalars.TryGetValue(key, out var value) ? value : "";

    public List<string> List(string key) => Lists.TryGetValue(key, out var value) ? value : [];
}
