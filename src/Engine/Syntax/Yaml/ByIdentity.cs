using System.Collections.Generic;
using System.Runtime.CompilerServices;

namespace Governance.Engine.Syntax.Yaml;

/// <summary>Tells nodes apart as objects: by themselves they compare by all that is in them.</summary>
internal sealed class ByIdentity : IEqualityComparer<YamlNode>
{
    private ByIdentity() { }

    /// <summary>The comparer.</summary>
    public static ByIdentity Instance { get; } = new();

    /// <inheritdoc/>
    public bool Equals(YamlNode? x, YamlNode? y) => ReferenceEquals(x, y);

    /// <inheritdoc/>
    public int GetHashCode(YamlNode obj) => RuntimeHelpers.GetHashCode(obj);
}
