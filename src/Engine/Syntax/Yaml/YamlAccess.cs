using System.Collections.Generic;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Short ways to what stands in a tree. They follow an alias to a scalar only, so that a walk stays linear.</summary>
public static class YamlAccess
{
    /// <summary>The scalar that stands at a node or that its alias names; null for collections and for a null scalar.</summary>
    public static YamlScalar? AsScalar(this YamlNode? node) =>
        node switch
        {
            YamlScalar { IsNull: false } scalar => scalar,
            YamlAlias { Target: YamlScalar { IsNull: false } scalar } => scalar,
            _ => null,
        };

    /// <summary>The text under a key; null when there is none or it is null.</summary>
    public static string? Text(this YamlMapping mapping, string key) => mapping[key].AsScalar()?.Value;

    /// <summary>The mapping under a key, or null.</summary>
    public static YamlMapping? Mapping(this YamlMapping mapping, string key) => mapping[key] as YamlMapping;

    /// <summary>The sequence under a key, or null.</summary>
    public static YamlSequence? Sequence(this YamlMapping mapping, string key) => mapping[key] as YamlSequence;

    /// <summary>Whether a key is written, whatever its value.</summary>
    public static bool Has(this YamlMapping mapping, string key) => mapping.Find(key) is not null;

    /// <summary>The items that are mappings.</summary>
    public static IEnumerable<YamlMapping> Mappings(this YamlSequence sequence)
    {
        foreach (var item in sequence.Items)
        {
            if (item is YamlMapping mapping)
            {
                yield return mapping;
            }
        }
    }
}
