using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Facts.Readers.Delivery;

/// <summary>What the values of a workflow say, as far as the file tells: variables of the environment, inputs and matrices are followed.</summary>
internal sealed class GitHubDelivery(YamlMapping root)
{
    private const int MostValues = 20;

    /// <summary>The jobs by their ids.</summary>
    public IEnumerable<(YamlScalar Id, YamlMapping Node)> Jobs =>
        (root.Mapping("jobs")?.Entries ?? ImmutableArray<YamlEntry>.Empty)
            .Where(static job => job is { Key: YamlScalar, Value: YamlMapping })
            .Select(static job => ((YamlScalar)job.Key, (YamlMapping)job.Value));

    /// <summary>The value that <c>${{ env.NAME }}</c> stands for; the text itself where it is something else.</summary>
    public string Resolve(string text, params YamlMapping?[] owners)
    {
        if (Path(text) is not { Count: 2 } path || !Is(path[0], "env"))
        {
            return text;
        }

        return owners
                .Append(root)
                .Select(owner => owner?.Mapping("env")?.Text(path[1]))
                .FirstOrDefault(static value => value is not null)
            ?? text;
    }

    /// <summary>
    /// The texts that a value can be: itself, the choices of an input, the items of a matrix, or the texts that an expression chooses from.
    /// Empty where nothing is known.
    /// </summary>
    public IEnumerable<string> Values(string text, YamlMapping job)
    {
        if (!TemplateScanner.MayHoldTemplate(text))
        {
            return [text];
        }

        text = Resolve(text, job);
        if (!TemplateScanner.MayHoldTemplate(text))
        {
            return [text];
        }

        return Path(text) switch
        {
            { Count: 2 } path when Is(path[0], "inputs") => Input(path[1]),
            { Count: 2 } path when Is(path[0], "matrix") => Texts(job.Mapping("strategy")?.Mapping("matrix")?[path[1]]),
            { Count: 4 } path when Is(path[0], "github") && Is(path[2], "inputs") => Input(path[3]),
            null => Choices(text),
            _ => [],
        };
    }

    // What a person may choose when starting it by hand.
    private IEnumerable<string> Input(string name)
    {
        var input = (root["on"] as YamlMapping)?.Mapping("workflow_dispatch")?.Mapping("inputs")?.Mapping(name);
        return Texts(input?["options"]).Concat(Texts(input?["default"])).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Texts(YamlNode? node) =>
        node switch
        {
            YamlSequence list => list
                .Items.Take(MostValues)
                .Select(static item => item.AsScalar()?.Value)
                .OfType<string>(),
            _ => node.AsScalar() is { } one ? [one.Value] : [],
        };

    // ${{ github.ref == 'refs/heads/main' && 'production' || 'development' }}: what stands on the right of '&&' and of '||'.
    private static List<string> Choices(string text)
    {
        if (Tree(text) is not { } tree)
        {
            return [];
        }

        var found = new List<string>();
        var open = new Stack<ExpressionNode>();
        open.Push(tree);
        while (open.Count > 0)
        {
            switch (open.Pop())
            {
                case LiteralNode { Kind: ExpressionTokenKind.String, Value.Length: > 0 } literal:
                    found.Add(literal.Value);
                    break;
                case GroupNode group:
                    open.Push(group.Inner);
                    break;
                case LogicalNode { IsAnd: true } all:
                    open.Push(all.Operands[all.Operands.Length - 1]);
                    break;
                case LogicalNode any:
                    foreach (var operand in any.Operands)
                    {
                        open.Push(operand);
                    }

                    break;
            }
        }

        return found;
    }

    private static IReadOnlyList<string>? Path(string text) => Tree(text) is { } tree ? ExpressionPath.Of(tree) : null;

    private static ExpressionNode? Tree(string text)
    {
        var trimmed = text.Trim();
        var slots = TemplateScanner.Scan(trimmed, ExpressionGrammar.GitHub);
        return slots.Length == 1 && slots[0] is { Start: 0, IsClosed: true } slot && slot.End == trimmed.Length
            ? ExpressionParser.Parse(trimmed, slot.ContentStart, slot.ContentEnd, ExpressionGrammar.GitHub).Root
            : null;
    }

    private static bool Is(string name, string other) => string.Equals(name, other, StringComparison.OrdinalIgnoreCase);
}
