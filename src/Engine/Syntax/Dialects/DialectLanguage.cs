using System;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>What the files of a dialect are written in beside YAML.</summary>
/// <param name="Templates">How they write what is only known later.</param>
/// <param name="Format">The format of a name that the dialect may use; null where there is none.</param>
internal sealed record DialectLanguage(ITemplateGrammar Templates, Func<string, DialectFormat?> Format)
{
    /// <summary>YAML and nothing else.</summary>
    public static DialectLanguage Plain { get; } = new(new NoTemplates(), static _ => null);

    private sealed class NoTemplates : ITemplateGrammar
    {
        public bool IsExpression(string value) => false;

        public bool HasExpression(string value) => false;

        public bool IsDirective(YamlScalar key) => false;
    }
}
