using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Syntax.Infrastructure;

namespace Governance.Engine.Syntax.Terraform;

/// <summary>A block of Terraform: its type, its labels, and what is in it.</summary>
internal sealed record TerraformBlock(string Type, ImmutableArray<string> Labels, InfraObject Body);

/// <summary>
/// Reads the bodies and values of Terraform: texts, objects, lists, and everything else as it is written. It never fails, and what
/// is nested deeper than the limit is kept as it is written.
/// </summary>
internal sealed class TerraformParser(string source)
{
    private const int MostDepth = 256;

    private readonly TerraformCursor _cursor = new(source);
    private int _depth;

    /// <summary>The offset and the message of the first thing that does not belong; null where all does.</summary>
    public (int At, string Message)? Problem => _cursor.Problem;

    private InfraToken Next => _cursor.Next;

    /// <summary>
    /// What stands up to the closing brace of a block, or up to the end of the file: attributes, and blocks within by their type. A
    /// dynamic block (<c>dynamic "rule" { content { } }</c>) is the block that it repeats.
    /// </summary>
    /// <param name="isFile">Whether it is the file itself, which no brace closes.</param>
    /// <param name="blocks">Takes the blocks with their labels, in place of the members; null where they are members.</param>
    public ImmutableArray<InfraMember> Body(bool isFile, List<TerraformBlock>? blocks = null)
    {
        var members = ImmutableArray.CreateBuilder<InfraMember>();
        while (true)
        {
            _cursor.SkipLineEnds();
            if (Next.Kind == InfraTokenKind.End || (!isFile && _cursor.Sees('}')))
            {
                return members.ToImmutable();
            }

            if (Next.Kind == InfraTokenKind.Word && _cursor.Ahead(1).Is(source, '='))
            {
                var name = _cursor.Take().In(source);
                _cursor.At++;
                members.Add(new InfraMember(name, Value(endsWithLine: true)));
                _cursor.EndLine(isFile);
            }
            else if (Next.Kind == InfraTokenKind.Word && Block() is { } block)
            {
                if (blocks is null)
                {
                    members.Add(Member(block));
                }

                blocks?.Add(block);
                _cursor.EndLine(isFile);
            }
            else
            {
                _cursor.Note(Next.Start, "neither an attribute nor a block begins here");
                _cursor.SkipLine(isFile);
            }
        }
    }

    private static InfraMember Member(TerraformBlock block) =>
        block is { Type: "dynamic", Labels.Length: 1 }
            ? new InfraMember(block.Labels[0], block.Body["content"] ?? block.Body)
            : new InfraMember(block.Type, block.Body);

    // type "label" label { ... }; null where no brace follows, and then nothing was read.
    private TerraformBlock? Block()
    {
        var first = _cursor.At;
        var type = _cursor.Take().In(source);
        var labels = ImmutableArray.CreateBuilder<string>();
        while (Next.Kind is InfraTokenKind.Text or InfraTokenKind.Word)
        {
            labels.Add(Next.Kind == InfraTokenKind.Text ? TerraformText.ValueOf(source, Next) : Next.In(source));
            _cursor.At++;
        }

        if (!_cursor.Sees('{'))
        {
            _cursor.At = first;
            return null;
        }

        var start = Next.Start;
        if (_depth >= MostDepth)
        {
            _cursor.Skip();
            return new TerraformBlock(
                type,
                labels.ToImmutable(),
                new InfraObject(ImmutableArray<InfraMember>.Empty, start, Next.Start)
            );
        }

        _depth++;
        _cursor.At++;
        var members = Body(isFile: false);
        _depth--;
        return new TerraformBlock(type, labels.ToImmutable(), new InfraObject(members, start, _cursor.Close(start)));
    }

    // In brackets the end of a line ends nothing.
    private InfraValue Value(bool endsWithLine)
    {
        if (!endsWithLine)
        {
            _cursor.SkipLineEnds();
        }

        var start = Next.Start;
        InfraValue? value = null;
        if (Next.Kind is InfraTokenKind.Text or InfraTokenKind.FilledText)
        {
            value = Text(_cursor.Take());
        }
        else if (_depth < MostDepth && (_cursor.Sees('{') || _cursor.Sees('[')) && !IsFor())
        {
            _depth++;
            value = _cursor.Sees('{') ? Object() : List();
            _depth--;
        }

        return value is not null && IsAtEndOfValue(endsWithLine) ? value : Expression(start, endsWithLine);
    }

    private InfraValue Text(InfraToken token)
    {
        if (token.Kind == InfraTokenKind.Text)
        {
            return new InfraText(TerraformText.ValueOf(source, token), token.Start, token.End);
        }

        var written = token.In(source);
        return new InfraExpression(TerraformText.OnlyPart(written) ?? written, token.Start, token.End);
    }

    // { name = value, "name" : value, (name) = value }
    private InfraObject Object()
    {
        var start = _cursor.Take().Start;
        var members = ImmutableArray.CreateBuilder<InfraMember>();
        while (true)
        {
            _cursor.SkipLineEnds(andCommas: true);

            if (Next.Kind == InfraTokenKind.End || _cursor.Sees('}'))
            {
                return new InfraObject(members.ToImmutable(), start, _cursor.Close(start));
            }

            var key = Key();
            if (!_cursor.Sees('=') && !_cursor.Sees(':'))
            {
                _cursor.Note(Next.Start, "a value is missing here");
                _cursor.SkipLine(isFile: false);
                continue;
            }

            _cursor.At++;
            members.Add(new InfraMember(key, Value(endsWithLine: true)));
        }
    }

    private string Key()
    {
        if (Next.Kind == InfraTokenKind.Text)
        {
            return TerraformText.ValueOf(source, _cursor.Take());
        }

        var start = Next.Start;
        var end = start;
        while (
            !_cursor.Sees('=') && !_cursor.Sees(':') && !_cursor.Sees('}') && !_cursor.Sees(',') && !_cursor.IsAtLineEnd
        )
        {
            _cursor.Skip();
            end = _cursor.LastEnd;
        }

        return source.Substring(start, end - start);
    }

    private InfraList List()
    {
        var start = _cursor.Take().Start;
        var items = ImmutableArray.CreateBuilder<InfraValue>();
        while (true)
        {
            _cursor.SkipLineEnds(andCommas: true);

            if (Next.Kind == InfraTokenKind.End || _cursor.Sees(']'))
            {
                return new InfraList(items.ToImmutable(), start, _cursor.Close(start));
            }

            var before = _cursor.At;
            items.Add(Value(endsWithLine: false));
            if (_cursor.At == before)
            {
                _cursor.Note(Next.Start, "this does not belong here");
                _cursor.At++;
            }
        }
    }

    // The rest of a value from where it is read to, kept as written from its start on.
    private InfraExpression Expression(int start, bool endsWithLine)
    {
        var end = _cursor.LastEnd > start ? _cursor.LastEnd : start;
        while (!IsAtEndOfValue(endsWithLine))
        {
            _cursor.Skip();
            end = _cursor.LastEnd;
        }

        return new InfraExpression(source.Substring(start, end - start), start, end);
    }

    private bool IsAtEndOfValue(bool endsWithLine) =>
        Next.Kind == InfraTokenKind.End
        || (endsWithLine && Next.Kind == InfraTokenKind.LineEnd)
        || _cursor.Sees(',')
        || _cursor.IsClosing;

    // [for x in y : z], {for k, v in m : k => v}
    private bool IsFor()
    {
        var at = _cursor.Ahead(1).Kind == InfraTokenKind.LineEnd ? 2 : 1;
        var word = _cursor.Ahead(at);
        return word.Kind == InfraTokenKind.Word
            && word.In(source) == "for"
            && _cursor.Ahead(at + 1).Kind == InfraTokenKind.Word;
    }
}
