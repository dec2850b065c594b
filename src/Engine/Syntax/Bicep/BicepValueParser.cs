using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Bicep;

/// <summary>
/// Reads the values of Bicep: texts, objects, lists, loops over them, and everything else as it is written. It never fails, and
/// what is nested deeper than the limit is kept as it is written.
/// </summary>
internal sealed class BicepValueParser(BicepCursor cursor)
{
    private const int MostDepth = 256;

    private readonly List<InfraResource> _nested = [];
    private int _depth;

    /// <summary>The resources that were met within objects since the last call.</summary>
    public IEnumerable<InfraResource> TakeNested()
    {
        var taken = _nested.ToArray();
        _nested.Clear();
        return taken;
    }

    /// <summary>The value that begins at the next token; where there is none, an empty expression.</summary>
    public InfraValue Value()
    {
        var first = cursor.At;
        if (_depth < MostDepth)
        {
            _depth++;
            var value =
                cursor.Sees("{") ? Object()
                : cursor.Sees("[") ? List()
                : cursor.Sees("if") ? Conditional()
                : Text();
            _depth--;
            if (cursor.IsAtEndOfValue)
            {
                return value;
            }
        }

        // More than a literal: a call, a choice, a sum.
        cursor.At = first;
        return Expression();
    }

    private InfraExpression Expression()
    {
        var start = cursor.Next.Start;
        var end = cursor.SkipValue();
        return new InfraExpression(cursor.Source.Substring(start, end - start), start, end);
    }

    private InfraValue Text()
    {
        if (cursor.Next.Kind == InfraTokenKind.Text)
        {
            var token = cursor.Take();
            return new InfraText(BicepLexer.ValueOf(cursor.Source, token), token.Start, token.End);
        }

        return Expression();
    }

    // if (condition) { ... }: what is deployed then.
    private InfraValue Conditional()
    {
        cursor.At++;
        cursor.SkipBrackets();
        cursor.SkipLineEnds();
        return cursor.Sees("{") ? Object() : Expression();
    }

    private InfraObject Object()
    {
        var start = cursor.Take().Start;
        var members = ImmutableArray.CreateBuilder<InfraMember>();
        while (true)
        {
            cursor.SkipLineEnds(andCommas: true);

            if (cursor.Sees("}") || cursor.Next.Kind == InfraTokenKind.End)
            {
                break;
            }

            Member(members);
        }

        return new InfraObject(members.ToImmutable(), start, cursor.Close(start));
    }

    private void Member(ImmutableArray<InfraMember>.Builder members)
    {
        var name = cursor.Next;
        if (name.Is(cursor.Source, "resource") && cursor.AfterNext.Kind == InfraTokenKind.Word)
        {
            if (Resource() is { } resource)
            {
                _nested.Add(resource);
            }
        }
        else if (
            name.Kind
                is InfraTokenKind.Word
                    or InfraTokenKind.Text
                    or InfraTokenKind.FilledText
                    or InfraTokenKind.Number
            && cursor.AfterNext.Is(cursor.Source, ":")
        )
        {
            cursor.At += 2;
            cursor.SkipLineEnds();
            var text =
                name.Kind == InfraTokenKind.Text ? BicepLexer.ValueOf(cursor.Source, name) : name.In(cursor.Source);
            members.Add(new InfraMember(text, Value()));
        }
        else
        {
            // A decorator, a spread, or what no template has.
            var before = cursor.At;
            Expression();
            cursor.At += cursor.At == before ? 1 : 0;
        }
    }

    /// <summary>A resource from its keyword on: <c>resource name 'type@version' existing = value</c>; null where it is none.</summary>
    public InfraResource? Resource()
    {
        cursor.At++;
        var symbol = cursor.Take().In(cursor.Source);
        if (cursor.Next.Kind != InfraTokenKind.Text)
        {
            return null;
        }

        var type = BicepLexer.ValueOf(cursor.Source, cursor.Take());
        var isExisting = cursor.Sees("existing");
        cursor.At += isExisting ? 1 : 0;
        if (!cursor.Sees("="))
        {
            return null;
        }

        cursor.At++;
        cursor.SkipLineEnds();
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
        var start = cursor.Take().Start;
        cursor.SkipLineEnds();
        if (cursor.Sees("for"))
        {
            cursor.SkipToLoopBody();
        }

        var items = ImmutableArray.CreateBuilder<InfraValue>();
        while (true)
        {
            cursor.SkipLineEnds(andCommas: true);

            if (cursor.Sees("]") || cursor.Next.Kind == InfraTokenKind.End)
            {
                break;
            }

            var before = cursor.At;
            items.Add(Value());
            cursor.At += cursor.At == before ? 1 : 0;
        }

        return new InfraList(items.ToImmutable(), start, cursor.Close(start));
    }
}
