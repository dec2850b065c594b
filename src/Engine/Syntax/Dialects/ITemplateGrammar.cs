using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>How a dialect writes what is only known later.</summary>
internal interface ITemplateGrammar
{
    /// <summary>Whether a value is one expression and nothing else, which may become anything.</summary>
    bool IsExpression(string value);

    /// <summary>Whether a value holds an expression.</summary>
    bool HasExpression(string value);

    /// <summary>
    /// Whether a key is a directive (<c>${{ if x }}</c>), whose value takes the place of the entry: it is more of the mapping or list it
    /// stands in.
    /// </summary>
    bool IsDirective(YamlScalar key);
}
