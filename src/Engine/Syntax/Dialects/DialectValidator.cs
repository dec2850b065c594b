using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Syntax.Yaml;

namespace Governance.Engine.Syntax.Dialects;

/// <summary>
/// Holds a file against its dialect. What stands at a place is judged by the shape of its own kind, so that one mistake makes one
/// finding, at the token that is wrong. Time is linear in the text: what an alias stands for is judged once for each type.
/// </summary>
internal sealed class DialectValidator
{
    private readonly List<DialectProblem> _problems = [];
    private readonly HashSet<AliasedPlace> _seen = [];
    private readonly ITemplateGrammar _templates;
    private readonly IDialectListener? _listener;
    private readonly IDialectMappingListener? _mappingListener;
    private readonly DialectScalars _scalars;
    private readonly DialectKeys _keys;
    private readonly DialectMappings _mappings;
    private int _directives;

    private DialectValidator(SourceText text, DialectLanguage language, IDialectListener? listener)
    {
        _templates = language.Templates;
        _listener = listener;
        _mappingListener = listener as IDialectMappingListener;
        _scalars = new DialectScalars(text, language, _problems);
        var choices = new DialectChoices(this, language.Templates, _problems);
        _keys = new DialectKeys(choices, _problems);
        _mappings = new DialectMappings(this, _scalars, language.Templates, choices, _keys, _problems);
    }

    /// <summary>Holds a document against its dialect.</summary>
    /// <param name="root">The document's root.</param>
    /// <param name="dialect">The dialect.</param>
    /// <param name="text">The text it was read from.</param>
    /// <param name="listener">Who hears of what is come by, or null.</param>
    public static ImmutableArray<DialectProblem> Validate(
        YamlNode root,
        Dialect dialect,
        SourceText text,
        IDialectListener? listener = null
    )
    {
        var validator = new DialectValidator(text, dialect.Language, listener);
        validator.Visit(root, dialect.Root, null, null, -1);
        return validator._problems.OrderBy(static problem => problem.Span).ToImmutableArray();
    }

    /// <summary>Judges a node by the type of its place.</summary>
    public void Visit(YamlNode node, DialectUse use, DialectFrame? parent, YamlScalar? key, int index)
    {
        if (node is YamlAlias alias)
        {
            // What holds itself is told by whoever reads the YAML; what is defined elsewhere is judged for this place too.
            if (alias.Target is null || !_seen.Add(new AliasedPlace(alias.Target, use.Type)))
            {
                return;
            }

            node = alias.Target;
        }
        else if (node.Anchor is not null)
        {
            _seen.Add(new AliasedPlace(node, use.Type));
        }

        var frame = new DialectFrame(parent, use.Type, key, index, node)
        {
            Site = use.Site == DialectUse.SameSite ? parent?.Site : use.Site,
            IsConditional = IsUnderDirective,
        };
        switch (node)
        {
            case YamlScalar scalar:
                Visit(scalar, frame);
                break;
            case YamlSequence sequence:
                Visit(sequence, use, frame);
                break;
            case YamlMapping mapping when IsDirective(mapping):
                Directives(mapping, use, frame);
                break;
            case YamlMapping mapping:
                _mappings.Visit(mapping, frame);
                break;
        }
    }

    /// <summary>Whether a directive decides if what is judged is there.</summary>
    public bool IsUnderDirective => _directives > 0;

    /// <summary>Judges what a directive brings in.</summary>
    public void UnderDirective(Action judge)
    {
        _directives++;
        judge();
        _directives--;
    }

    /// <summary>Judges items of a list, and what directives among them add to it.</summary>
    public void Items(YamlSequence sequence, DialectUse items, DialectFrame frame)
    {
        for (var index = 0; index < sequence.Items.Length; index++)
        {
            Item(sequence.Items[index], items, frame, index);
        }
    }

    /// <summary>Says that a value is of the wrong kind.</summary>
    public void WrongKind(DialectFrame frame, string found) =>
        _problems.Add(
            new DialectProblem(
                frame.Node.Span,
                $"{Subject(frame)} must be {frame.Type.Expected}, and is {found}",
                $"Write {frame.Type.Expected} here",
                found
            )
        );

    /// <summary>A place as the subject of a sentence.</summary>
    public static string Subject(DialectFrame frame)
    {
        var words = frame.Description;
        return frame.Index >= 0 && frame.Type.Title is null ? "Item " + (frame.Index + 1) + " of " + words
            : words[0] == '\'' ? words
            : char.ToUpperInvariant(words[0]) + words.Substring(1);
    }

    private void Visit(YamlScalar scalar, DialectFrame frame)
    {
        var type = frame.Type;
        if (frame.Site is { } site && !scalar.IsNull)
        {
            _listener?.Scalar(scalar, site, type.Scalar, frame);
            if (_templates.IsExpression(scalar.Value))
            {
                return;
            }
        }

        if (scalar.IsNull ? type.AllowsLeftOut || (type.AllowsNull && scalar.Value.Length > 0) : type.IsAnything)
        {
            return;
        }

        if (type.Scalar is { } shape)
        {
            _scalars.Check(scalar, shape, frame);
        }
        else if (!type.IsAnything)
        {
            Missing(scalar, frame);
        }
    }

    private void Missing(YamlScalar scalar, DialectFrame frame)
    {
        if (scalar.IsNull && frame.Key is not null && frame.Type.Mapping is { Required.IsEmpty: false } shape)
        {
            _keys.Complete(shape, new MappingKeys(false), frame);
        }
        else if (scalar.IsNull)
        {
            _problems.Add(
                new DialectProblem(
                    scalar.Span,
                    $"{Subject(frame)} has no value",
                    $"Write {frame.Type.Expected} here, or remove it",
                    "null"
                )
            );
        }
        else
        {
            WrongKind(frame, $"the text '{DialectScalars.Short(scalar.Value)}'");
        }
    }

    private void Visit(YamlSequence sequence, DialectUse use, DialectFrame frame)
    {
        if (use.Type.Sequence is { } shape)
        {
            if (sequence.Items.IsEmpty && !shape.AllowsEmpty)
            {
                _problems.Add(
                    new DialectProblem(
                        sequence.Span,
                        $"{Subject(frame)} is an empty list",
                        "Write an item, or remove the key",
                        "[]"
                    )
                );
            }

            Items(sequence, shape.Items, frame);
        }
        else if (use.Type.IsAnything)
        {
            Items(sequence, DialectMappings.Anything(use.Type), frame);
        }
        else
        {
            WrongKind(frame, "a list");
        }
    }

    private void Item(YamlNode item, DialectUse items, DialectFrame list, int index)
    {
        if (item is not YamlMapping mapping || !IsDirective(mapping))
        {
            Visit(item, items, list, null, index);
            return;
        }

        foreach (var entry in mapping.Entries)
        {
            _mappings.Directive((YamlScalar)entry.Key, list);
            UnderDirective(() =>
            {
                if (entry.Value is YamlSequence more)
                {
                    Items(more, items, list);
                }
                else if (entry.Value is not YamlScalar { IsNull: true })
                {
                    Item(entry.Value, items, list, index);
                }
            });
        }
    }

    // Where all that stands at a place is decided by directives, each says what stands there, or more of it.
    private void Directives(YamlMapping mapping, DialectUse use, DialectFrame frame)
    {
        foreach (var entry in mapping.Entries)
        {
            _mappings.Directive((YamlScalar)entry.Key, frame);
            UnderDirective(() =>
            {
                if (entry.Value is YamlMapping more && !IsDirective(more))
                {
                    _mappings.Visit(more, frame with { Node = more, IsConditional = true, IsPart = true });
                }
                else
                {
                    Visit(entry.Value, use, frame.Parent, frame.Key, frame.Index);
                }
            });
        }
    }

    private bool IsDirective(YamlMapping mapping)
    {
        foreach (var entry in mapping.Entries)
        {
            if (entry.Key is not YamlScalar key || !_templates.IsDirective(key))
            {
                return false;
            }
        }

        return !mapping.Entries.IsEmpty;
    }

    /// <summary>Tells the listener of a mapping whose type is known.</summary>
    public void Hear(YamlMapping mapping, DialectFrame frame) => _mappingListener?.Mapping(mapping, frame);

    /// <summary>Tells the listener of an expression in a key.</summary>
    public void Hear(YamlScalar scalar, string site, DialectFrame frame) =>
        _listener?.Scalar(scalar, site, null, frame);
}
