using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Bicep;

/// <summary>
/// Reads the values of Bicep: texts, objects, lists, loops over them, and everything else as it is written. It never fails, and
/// what is nested deeper than the limit is kept as it is written.
/// </summary>
internal sealed class BicepValueParser
{
    private const int MostDepth = 256;

    private readonly List<InfraResource> _nested = [];
    private int _depth;
    private int _at;

    /// <param name="source">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    public BicepValueParser(string source, List<BicepToken> tokens)
    {
        Source = source;
        Tokens = tokens;
    }

    /// <summary>The text.</summary>
    public string Source { get; }

    /// <summary>Its tokens.</summary>
    public List<BicepToken> Tokens { get; }

    /// <summary>The index of the token that is read next; never behind the last one.</summary>
    public int At
    {
        get => _at;
        set => _at = Math.Min(value, Tokens.Count - 1);
    }

    /// <summary>The first place where something is not closed; null where all is.</summary>
    public int? NotClosedAt { get; private set; }

    /// <summary>The resources that were met within objects since the last call.</summary>
    public IEnumerable<InfraResource> TakeNested()
    {
        var taken = _nested.ToArray();
        _nested.Clear();
        return taken;
    }

    /// <summary>The token that is read next.</summary>
    public BicepToken Next => Tokens[At];

    /// <summary>The token behind the one that is read next.</summary>
    public BicepToken AfterNext => Tokens[Math.Min(_at + 1, Tokens.Count - 1)];

    /// <summary>Whether the next token is this word or sign.</summary>
    public bool Sees(string text) => Next.Is(Source, text);

    /// <summary>Passes over ends of lines.</summary>
    public void SkipLineEnds()
    {
        while (Next.Kind == BicepTokenKind.LineEnd)
        {
            At++;
        }
    }

    /// <summary>The value that begins at the next token; where there is none, an empty expression.</summary>
    public InfraValue Value()
    {
        var first = At;
        if (_depth < MostDepth)
        {
            _depth++;
            var value =
                Sees("{") ? Object()
                : Sees("[") ? List()
                : Sees("if") ? Conditional()
                : Text();
            _depth--;
            if (IsAtEndOfValue())
            {
                return value;
            }
        }

        // More than a literal: a call, a choice, a sum.
        At = first;
        return Expression();
    }

    private InfraValue Text()
    {
        if (Next.Kind == BicepTokenKind.Text)
        {
            var token = Tokens[At++];
            return new InfraText(BicepLexer.ValueOf(Source, token), token.Start, token.End);
        }

        return Expression();
    }

    // if (condition) { ... }: what is deployed then.
    private InfraValue Conditional()
    {
        At++;
        SkipBrackets();
        SkipLineEnds();
        return Sees("{") ? Object() : Expression();
    }

    private InfraObject Object()
    {
        var start = Tokens[At++].Start;
        var members = ImmutableArray.CreateBuilder<InfraMember>();
        while (true)
        {
            while (Next.Kind == BicepTokenKind.LineEnd || Sees(","))
            {
                At++;
            }

            if (Sees("}") || Next.Kind == BicepTokenKind.End)
            {
                break;
            }

            Member(members);
        }

        return new InfraObject(members.ToImmutable(), start, Close(start));
    }

    private void Member(ImmutableArray<InfraMember>.Builder members)
    {
        var name = Next;
        if (name.Is(Source, "resource") && AfterNext.Kind == BicepTokenKind.Word)
        {
            if (Resource() is { } resource)
            {
                _nested.Add(resource);
            }
        }
        else if (
            name.Kind
                is BicepTokenKind.Word
                    or BicepTokenKind.Text
                    or BicepTokenKind.FilledText
                    or BicepTokenKind.Number
            && AfterNext.Is(Source, ":")
        )
        {
            At += 2;
            SkipLineEnds();
            var text = name.Kind == BicepTokenKind.Text ? BicepLexer.ValueOf(Source, name) : name.In(Source);
            members.Add(new InfraMember(text, Value()));
        }
        else
        {
            // A decorator, a spread, or what no template has.
            var before = At;
            Expression();
            At += At == before ? 1 : 0;
        }
    }

    /// <summary>A resource from its keyword on: <c>resource name 'type@version' existing = value</c>; null where it is none.</summary>
    public InfraResource? Resource()
    {
        At++;
        var symbol = Tokens[At++].In(Source);
        if (Next.Kind != BicepTokenKind.Text)
        {
            return null;
        }

        var type = BicepLexer.ValueOf(Source, Tokens[At++]);
        var isExisting = Sees("existing");
        At += isExisting ? 1 : 0;
        if (!Sees("="))
        {
            return null;
        }

        At++;
        SkipLineEnds();
        var body = Repeated(Value());
        var version = type.IndexOf('@');
        return body is null
            ? null
            : new InfraResource(symbol, version < 0 ? type : type.Substring(0, version), body, isExisting);
    }

    /// <summary>The object of a value, or the one that a loop repeats; null for anything else.</summary>
    public static InfraObject? Repeated(InfraValue value) =>
        value switch
        {
            InfraObject one => one,
            InfraList { Items.Length: 1 } list => list.Items[0] as InfraObject,
            _ => null,
        };

    private InfraList List()
    {
        var start = Tokens[At++].Start;
        SkipLineEnds();
        if (Sees("for"))
        {
            SkipToLoopBody();
        }

        var items = ImmutableArray.CreateBuilder<InfraValue>();
        while (true)
        {
            while (Next.Kind == BicepTokenKind.LineEnd || Sees(","))
            {
                At++;
            }

            if (Sees("]") || Next.Kind == BicepTokenKind.End)
            {
                break;
            }

            var before = At;
            items.Add(Value());
            At += At == before ? 1 : 0;
        }

        return new InfraList(items.ToImmutable(), start, Close(start));
    }

    // for (item, index) in items: value
    private void SkipToLoopBody()
    {
        var depth = 0;
        for (; Next.Kind != BicepTokenKind.End; At++)
        {
            depth +=
                Sees("(") || Sees("[") || Sees("{") ? 1
                : Sees(")") || Sees("]") || Sees("}") ? -1
                : 0;
            if (depth < 0)
            {
                return;
            }

            if (depth == 0 && Sees(":"))
            {
                At++;
                SkipLineEnds();
                return;
            }
        }
    }

    private int Close(int start)
    {
        if (Next.Kind == BicepTokenKind.End)
        {
            NotClosedAt ??= start;
            return Next.End;
        }

        return Tokens[At++].End;
    }

    /// <summary>Passes over a pair of brackets and what is in it.</summary>
    public void SkipBrackets()
    {
        var depth = 0;
        do
        {
            depth +=
                Sees("(") || Sees("[") || Sees("{") ? 1
                : Sees(")") || Sees("]") || Sees("}") ? -1
                : 0;
            At += Next.Kind == BicepTokenKind.End ? 0 : 1;
        } while (depth > 0 && Next.Kind != BicepTokenKind.End);
    }

    // Up to the end of the line or of what it stands in, whatever brackets are open; ? : && and the like go on in the next line.
    private InfraExpression Expression()
    {
        var start = Next.Start;
        var end = start;
        var depth = 0;
        while (Next.Kind != BicepTokenKind.End)
        {
            if (
                depth == 0
                && (
                    Sees(",")
                    || Sees("}")
                    || Sees("]")
                    || Sees(")")
                    || (Next.Kind == BicepTokenKind.LineEnd && !GoesOn())
                )
            )
            {
                break;
            }

            depth +=
                Sees("(") || Sees("[") || Sees("{") ? 1
                : Sees(")") || Sees("]") || Sees("}") ? -1
                : 0;
            end = Next.Kind == BicepTokenKind.LineEnd ? end : Next.End;
            At++;
        }

        return new InfraExpression(Source.Substring(start, end - start), start, end);
    }

    private bool IsAtEndOfValue() =>
        Next.Kind == BicepTokenKind.End
        || Sees(",")
        || Sees("}")
        || Sees("]")
        || Sees(")")
        || (Next.Kind == BicepTokenKind.LineEnd && !GoesOn());

    // A line that begins with an operator goes on with the one before.
    private bool GoesOn()
    {
        var next = AfterNext;
        return next.Is(Source, "?")
            || next.Is(Source, ":")
            || next.Is(Source, "&")
            || next.Is(Source, "|")
            || next.Is(Source, ".");
    }
}
