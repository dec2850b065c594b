using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Expressions;

/// <summary>Short ways through a workflow that follow an alias once, which is as far as a place needs.</summary>
internal static class YamlTargets
{
    /// <summary>The node itself, or what its alias stands for.</summary>
    public static YamlNode? Target(this YamlNode? node) => node is YamlAlias alias ? alias.Target : node;

    /// <summary>The node under a key, or what its alias stands for.</summary>
    public static YamlNode? At(this YamlNode? node, string key) => (node.Target() as YamlMapping)?[key].Target();
}
