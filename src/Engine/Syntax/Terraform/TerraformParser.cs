using System;
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
internal sealed class TerraformParser
{
    private const int MostDepth = 256;

    private readonly string _source;
    private readonly List<TerraformToken> _tokens;
    private int _at;
    private int _depth;

    /// <summary>Cuts a text into tokens, ready to be read.</summary>
    public TerraformParser(string source)
    {
        var lexer = new TerraformLexer(source);
        _source = source;
        _tokens = lexer.Scan();
        if (lexer.NotClosedAt is { } start)
        {
            Note(start, "this is not closed");
        }
    }

    /// <summary>The offset and the message of the first thing that does not belong; null where all does.</summary>
    public (int At, string Message)? Problem { get; private set; }

    private TerraformToken Next => _tokens[_at];

    private TerraformToken AfterNext => _tokens[Math.Min(_at + 1, _tokens.Count - 1)];

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
            SkipLineEnds();
            if (Next.Kind == TerraformTokenKind.End || (!isFile && Sees('}')))
            {
                return members.ToImmutable();
            }

            if (Next.Kind == TerraformTokenKind.Word && AfterNext.Is(_source, '='))
            {
                var name = Take().In(_source);
                _at++;
                members.Add(new InfraMember(name, Value(endsWithLine: true)));
                EndLine(isFile);
            }
            else if (Next.Kind == TerraformTokenKind.Word && Block() is { } block)
            {
                if (blocks is null)
                {
                    members.Add(Member(block));
                }

                blocks?.Add(block);
                EndLine(isFile);
            }
            else
            {
                Note(Next.Start, "neither an attribute nor a block begins here");
                SkipLine(isFile);
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
        var first = _at;
        var type = Take().In(_source);
        var labels = ImmutableArray.CreateBuilder<string>();
        while (Next.Kind is TerraformTokenKind.Text or TerraformTokenKind.Word)
        {
            labels.Add(Next.Kind == TerraformTokenKind.Text ? TerraformText.ValueOf(_source, Next) : Next.In(_source));
            _at++;
        }

        if (!Sees('{'))
        {
            _at = first;
            return null;
        }

        var start = Next.Start;
        if (_depth >= MostDepth)
        {
            SkipBrackets();
            return new TerraformBlock(
                type,
                labels.ToImmutable(),
                new InfraObject(ImmutableArray<InfraMember>.Empty, start, Next.Start)
            );
        }

        _depth++;
        _at++;
        var members = Body(isFile: false);
        _depth--;
        return new TerraformBlock(type, labels.ToImmutable(), new InfraObject(members, start, Close(start)));
    }

    // In brackets the end of a line ends nothing.
    private InfraValue Value(bool endsWithLine)
    {
        if (!endsWithLine)
        {
            SkipLineEnds();
        }

        var start = Next.Start;
        InfraValue? value = null;
        if (Next.Kind is TerraformTokenKind.Text or TerraformTokenKind.FilledText)
        {
            value = Text(Take());
        }
        else if (_depth < MostDepth && (Sees('{') || Sees('[')) && !IsFor())
        {
            _depth++;
            value = Sees('{') ? Object() : List();
            _depth--;
        }

        return value is not null && IsAtEndOfValue(endsWithLine) ? value : Expression(start, endsWithLine);
    }

    private InfraValue Text(TerraformToken token)
    {
        if (token.Kind == TerraformTokenKind.Text)
        {
            return new InfraText(TerraformText.ValueOf(_source, token), token.Start, token.End);
        }

        var written = token.In(_source);
        return new InfraExpression(TerraformText.OnlyPart(written) ?? written, token.Start, token.End);
    }

    // { name = value, "name" : value, (name) = value }
    private InfraObject Object()
    {
        var start = Take().Start;
        var members = ImmutableArray.CreateBuilder<InfraMember>();
        while (true)
        {
            while (Next.Kind == TerraformTokenKind.LineEnd || Sees(','))
            {
                _at++;
            }

            if (Next.Kind == TerraformTokenKind.End || Sees('}'))
            {
                return new InfraObject(members.ToImmutable(), start, Close(start));
            }

            var key = Key();
            if (!Sees('=') && !Sees(':'))
            {
                Note(Next.Start, "a value is missing here");
                SkipLine(isFile: false);
                continue;
            }

            _at++;
            members.Add(new InfraMember(key, Value(endsWithLine: true)));
        }
    }

    private string Key()
    {
        if (Next.Kind == TerraformTokenKind.Text)
        {
            return TerraformText.ValueOf(_source, Take());
        }

        var start = Next.Start;
        var end = start;
        while (
            !Sees('=')
            && !Sees(':')
            && !Sees('}')
            && !Sees(',')
            && Next.Kind is not (TerraformTokenKind.LineEnd or TerraformTokenKind.End)
        )
        {
            if (IsOpening())
            {
                SkipBrackets();
            }
            else
            {
                _at++;
            }

            end = _tokens[_at - 1].End;
        }

        return _source.Substring(start, end - start);
    }

    private InfraList List()
    {
        var start = Take().Start;
        var items = ImmutableArray.CreateBuilder<InfraValue>();
        while (true)
        {
            while (Next.Kind == TerraformTokenKind.LineEnd || Sees(','))
            {
                _at++;
            }

            if (Next.Kind == TerraformTokenKind.End || Sees(']'))
            {
                return new InfraList(items.ToImmutable(), start, Close(start));
            }

            var before = _at;
            items.Add(Value(endsWithLine: false));
            if (_at == before)
            {
                Note(Next.Start, "this does not belong here");
                _at++;
            }
        }
    }

    // The rest of a value from where it is read to, kept as written from its start on.
    private InfraExpression Expression(int start, bool endsWithLine)
    {
        var end = start;
        if (_at > 0 && _tokens[_at - 1].End > start)
        {
            end = _tokens[_at - 1].End;
        }

        while (!IsAtEndOfValue(endsWithLine))
        {
            if (IsOpening())
            {
                SkipBrackets();
            }
            else
            {
                _at++;
            }

            end = Math.Max(end, _tokens[_at - 1].End);
        }

        return new InfraExpression(_source.Substring(start, end - start), start, end);
    }

    private bool IsAtEndOfValue(bool endsWithLine) =>
        Next.Kind == TerraformTokenKind.End
        || (endsWithLine && Next.Kind == TerraformTokenKind.LineEnd)
        || Sees(',')
        || Sees('}')
        || Sees(']')
        || Sees(')');

    // [for x in y : z], {for k, v in m : k => v}
    private bool IsFor()
    {
        var at = _at + 1;
        if (_tokens[at].Kind == TerraformTokenKind.LineEnd)
        {
            at++;
        }

        return _tokens[at].Kind == TerraformTokenKind.Word
            && _tokens[at].In(_source) == "for"
            && _tokens[at + 1].Kind == TerraformTokenKind.Word;
    }

    private int Close(int start)
    {
        if (Next.Kind != TerraformTokenKind.End)
        {
            return Take().End;
        }

        Note(start, $"this '{_source[start]}' is not closed");
        return Next.End;
    }

    private bool IsOpening() => Sees('(') || Sees('[') || Sees('{');

    // Brackets and what is in them; which closes which is not asked.
    private void SkipBrackets()
    {
        var start = Next.Start;
        var depth = 0;
        do
        {
            depth +=
                IsOpening() ? 1
                : Sees(')') || Sees(']') || Sees('}') ? -1
                : 0;
            _at++;
        } while (depth > 0 && Next.Kind != TerraformTokenKind.End);

        if (depth > 0)
        {
            Note(start, $"this '{_source[start]}' is not closed");
        }
    }

    private void EndLine(bool isFile)
    {
        if (Next.Kind is TerraformTokenKind.LineEnd or TerraformTokenKind.End || (!isFile && Sees('}')))
        {
            return;
        }

        Note(Next.Start, "this does not belong to what stands before it");
        SkipLine(isFile);
    }

    private void SkipLine(bool isFile)
    {
        while (Next.Kind is not (TerraformTokenKind.LineEnd or TerraformTokenKind.End) && (isFile || !Sees('}')))
        {
            if (IsOpening())
            {
                SkipBrackets();
            }
            else
            {
                _at++;
            }
        }
    }

    private void SkipLineEnds()
    {
        while (Next.Kind == TerraformTokenKind.LineEnd)
        {
            _at++;
        }
    }

    private void Note(int at, string message)
    {
        if (Problem is not { } known || at < known.At)
        {
            Problem = (at, message);
        }
    }

    private bool Sees(char sign) => Next.Is(_source, sign);

    private TerraformToken Take() => _tokens[_at++];
}
