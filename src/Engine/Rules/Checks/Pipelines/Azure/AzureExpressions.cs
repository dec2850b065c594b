using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Syntax;
using Governance.Engine.Syntax.Expressions;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Rules.Checks.Pipelines.Azure;

/// <summary>The expressions of a file, read once for all checks.</summary>
internal sealed class AzureExpressions
{
    /// <summary>The site of keys that are directives.</summary>
    public const string Directive = "directive";

    // What the service hands on as it stands, or reads before there is anything to evaluate with.
    private static readonly string[] NotEvaluated = ["parameter", "templateContext"];

    private readonly SourceText _text;
    private readonly List<AzureExpression> _expressions = [];
    private readonly HashSet<string> _loopNames = new(StringComparer.OrdinalIgnoreCase);

    private AzureExpressions(SourceText text) => _text = text;

    /// <summary>The expressions, in the order of the text.</summary>
    public IReadOnlyList<AzureExpression> All => _expressions;

    /// <summary>The names that <c>each</c> gives to what it goes through.</summary>
    public ICollection<string> LoopNames => _loopNames;

    /// <summary>The expressions of a file; none where it is not one of Azure Pipelines.</summary>
    public static AzureExpressions Of(ParsedFile file) => file.Once(Read);

    private static AzureExpressions Read(ParsedFile file)
    {
        var expressions = new AzureExpressions(file.Text);
        foreach (var scalar in AzureFile.Of(file).Scalars)
        {
            if (scalar.Node.Value.Length > 0 && NotEvaluated.All(type => scalar.Frame.Nearest(type) is null))
            {
                expressions.Read(scalar);
            }
        }

        return expressions;
    }

    private void Read(AzureScalar scalar)
    {
        var value = scalar.Node.Value;
        if (scalar.Site == Directive)
        {
            ReadDirective(scalar);
            return;
        }

        var slots = TemplateScanner.Scan(value, ExpressionGrammar.Azure);
        if (IsCondition(scalar) && slots.All(static slot => slot.Kind == ExpressionSlotKind.Macro))
        {
            Add(scalar, AzureExpressionKind.Condition, 0, value.Length, true);
            return;
        }

        foreach (var slot in slots)
        {
            if (slot.Kind == ExpressionSlotKind.Template)
            {
                Add(scalar, AzureExpressionKind.Template, slot.ContentStart, slot.ContentEnd, slot.IsClosed);
            }
            else if (slot.Kind == ExpressionSlotKind.Runtime && IsVariable(scalar) && !value.Contains("${{"))
            {
                Add(scalar, AzureExpressionKind.Runtime, slot.ContentStart, slot.ContentEnd, slot.IsClosed);
            }
        }
    }

    // '${{ if x }}', '${{ elseif x }}', '${{ each name in x }}'; 'else' and 'insert' stand alone.
    private void ReadDirective(AzureScalar scalar)
    {
        var value = scalar.Node.Value;
        var start = SkipBlanks(value, value.IndexOf("${{", StringComparison.Ordinal) + 3);
        var end = value.LastIndexOf("}}", StringComparison.Ordinal);
        var word = Word(value, start);
        start += word.Length;
        switch (word.ToLowerInvariant())
        {
            case "if" or "elseif":
                Add(scalar, AzureExpressionKind.Template, start, end, true);
                break;
            case "each":
                var name = Word(value, SkipBlanks(value, start));
                start = SkipBlanks(value, SkipBlanks(value, start) + name.Length);
                if (name.Length > 0 && Word(value, start) == "in")
                {
                    _loopNames.Add(name);
                    Add(scalar, AzureExpressionKind.Template, start + 2, end, true);
                }

                break;
        }
    }

    private void Add(AzureScalar scalar, AzureExpressionKind kind, int start, int end, bool isClosed)
    {
        if (end >= start)
        {
            var tree = ExpressionParser.Parse(scalar.Node.Value, start, end, ExpressionGrammar.Azure);
            _expressions.Add(new AzureExpression(scalar, kind, tree, isClosed, _text));
        }
    }

    private static bool IsCondition(AzureScalar scalar) =>
        scalar.Frame.Key is { Value: "condition" }
        && scalar.Frame.Parent is { } parent
        && (
            parent.Type.Name is "stage" or "job" or "deployment"
            || parent.Type.Name.EndsWith("-step", StringComparison.Ordinal)
        );

    private static bool IsVariable(AzureScalar scalar) =>
        scalar.Frame.Parent?.Type.Name is "variables" or "named-variable";

    private static int SkipBlanks(string text, int at)
    {
        while (at < text.Length && char.IsWhiteSpace(text[at]))
        {
            at++;
        }

        return at;
    }

    private static string Word(string text, int start)
    {
        var end = start;
        while (end < text.Length && (char.IsLetterOrDigit(text[end]) || text[end] is '_' or '-'))
        {
            end++;
        }

        return start < end ? text.Substring(start, end - start) : "";
    }
}

/// <summary>When an expression is evaluated.</summary>
internal enum AzureExpressionKind
{
    /// <summary>When the file is read: <c>${{ }}</c>.</summary>
    Template,

    /// <summary>When the run reaches it: <c>$[ ]</c>.</summary>
    Runtime,

    /// <summary>Before a stage, job or step, to decide whether it runs.</summary>
    Condition,
}

/// <summary>An expression and where it stands.</summary>
/// <param name="Scalar">What it is written in.</param>
/// <param name="Kind">When it is evaluated.</param>
/// <param name="Tree">The expression as far as it could be read.</param>
/// <param name="IsClosed">Whether its brackets are closed.</param>
/// <param name="Text">The text of the file.</param>
internal sealed record AzureExpression(
    AzureScalar Scalar,
    AzureExpressionKind Kind,
    ExpressionTree Tree,
    bool IsClosed,
    SourceText Text
)
{
    /// <summary>The place in the file of a stretch of the scalar's value.</summary>
    public SourceSpan Span(int start, int length) => YamlScalarMap.Of(Text, Scalar.Node).Span(start, length);

    /// <summary>All nodes of the tree, those further out first.</summary>
    public IEnumerable<ExpressionNode> Nodes()
    {
        var open = new Stack<ExpressionNode>();
        if (Tree.Root is not null)
        {
            open.Push(Tree.Root);
        }

        while (open.Count > 0)
        {
            var node = open.Pop();
            yield return node;
            switch (node)
            {
                case CallNode call:
                    foreach (var argument in call.Arguments.Reverse())
                    {
                        open.Push(argument);
                    }

                    break;
                case PropertyNode property:
                    open.Push(property.Target);
                    break;
                case IndexNode index:
                    open.Push(index.Index);
                    open.Push(index.Target);
                    break;
                case FilterNode filter:
                    open.Push(filter.Target);
                    break;
                case GroupNode group:
                    open.Push(group.Inner);
                    break;
            }
        }
    }
}
