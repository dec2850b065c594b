using System;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.GitHub;

/// <summary>
/// GitHub's <c>${{ expression }}</c>, which stands in values and never adds keys.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/expressions
/// </summary>
internal sealed class GitHubTemplates : ITemplateGrammar
{
    private const string Open = "${{";
    private const string Close = "}}";

    private GitHubTemplates() { }

    /// <summary>The grammar.</summary>
    public static GitHubTemplates Grammar { get; } = new();

    /// <inheritdoc/>
    public bool IsExpression(string value)
    {
        var trimmed = value.Trim();
        return trimmed.StartsWith(Open, StringComparison.Ordinal)
            && trimmed.EndsWith(Close, StringComparison.Ordinal)
            && trimmed.IndexOf(Open, Open.Length, StringComparison.Ordinal) < 0;
    }

    /// <inheritdoc/>
    public bool HasExpression(string value) => value.Contains(Open);

    // GitHub has none, and does not read merge keys, which GOV0401 tells: what they were to add is no mistake of its own.
    /// <inheritdoc/>
    public bool IsDirective(YamlScalar key) => key is { Value: "<<", Style: YamlScalarStyle.Plain };
}
