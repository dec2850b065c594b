using System;
using System.Linq;
using Governance.Engine.Syntax.Dialects;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>
/// What Azure Pipelines knows later than the text: <c>${{ expression }}</c> when the file is read, <c>$[ expression ]</c> and
/// <c>$(macro)</c> when it runs.
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/template-expressions
/// https://learn.microsoft.com/en-us/azure/devops/pipelines/process/variables#understand-variable-syntax
/// </summary>
internal sealed class AzureTemplates : ITemplateGrammar
{
    private const string Open = "${{";
    private const string Close = "}}";

    private static readonly string[] Directives = ["if", "elseif", "else", "each", "insert"];

    private AzureTemplates() { }

    /// <summary>The grammar.</summary>
    public static AzureTemplates Grammar { get; } = new();

    /// <summary>Whether a text holds an expression that is known when the file is read.</summary>
    public static bool HasTemplateExpression(string value) => value.Contains(Open);

    /// <summary>Whether a directive may add keys to a mapping.</summary>
    public static bool HasDirective(YamlMapping mapping) =>
        mapping.Entries.Any(static entry => entry.Key is YamlScalar key && HasTemplateExpression(key.Value));

    /// <summary>Whether directives make up a whole value, which may then be anything.</summary>
    public static bool IsMadeByDirectives(YamlMapping mapping) =>
        !mapping.Entries.IsEmpty
        && mapping.Entries.All(static entry => entry.Key is YamlScalar key && HasTemplateExpression(key.Value));

    /// <inheritdoc/>
    public bool IsExpression(string value)
    {
        var trimmed = value.Trim();
        return trimmed.StartsWith(Open, StringComparison.Ordinal)
            && trimmed.EndsWith(Close, StringComparison.Ordinal)
            && trimmed.IndexOf(Open, Open.Length, StringComparison.Ordinal) < 0;
    }

    /// <inheritdoc/>
    public bool HasExpression(string value) => value.Contains(Open) || value.Contains("$[") || value.Contains("$(");

    /// <inheritdoc/>
    public bool IsDirective(YamlScalar key) =>
        Word(key.Value) is { } word && Array.IndexOf(Directives, word.ToLowerInvariant()) >= 0;

    // The first word of what stands between the braces; null where the key is something else.
    private static string? Word(string key)
    {
        if (!key.StartsWith(Open, StringComparison.Ordinal) || !key.TrimEnd().EndsWith(Close, StringComparison.Ordinal))
        {
            return null;
        }

        var start = Open.Length;
        while (start < key.Length && char.IsWhiteSpace(key[start]))
        {
            start++;
        }

        var end = start;
        while (end < key.Length && char.IsLetter(key[end]))
        {
            end++;
        }

        return key.Substring(start, end - start);
    }
}
