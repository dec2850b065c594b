using System;
using System.Runtime.CompilerServices;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>What an alias stands for and the type it is judged by, compared by identity: nodes compare by all that is in them.</summary>
internal readonly struct AliasedPlace(YamlNode node, DialectType type) : IEquatable<AliasedPlace>
{
    private readonly YamlNode _node = node;
    private readonly DialectType _type = type;

    public bool Equals(AliasedPlace other) =>
        ReferenceEquals(_node, other._node) && ReferenceEquals(_type, other._type);

    public override bool Equals(object? obj) => obj is AliasedPlace other && Equals(other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(_node) ^ RuntimeHelpers.GetHashCode(_type);
}
