using System.Collections.Immutable;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using Governance.Engine.Analysis;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Analysis;

public sealed class FileResultCodecTests
{
    [Fact]
    public void The_empty_result_takes_one_byte()
    {
        Assert.Single(FileResultCodec.Encode(FileResult.Empty));
        Assert.True(FileResultCodec.TryDecode([7, 0, 7], 1, 1, out var result));
        Assert.True(result.IsEmpty);
    }

    [Fact]
    public void Whatever_is_written_is_read_back()
    {
        // Any text, unpaired surrogates included, and numbers of any size.
        var texts = ArbMap.Default.GeneratorFor<char>().ArrayOf().Select(static units => new string(units));
        var spans = ArbMap
            .Default.GeneratorFor<int>()
            .Four()
            .Select(static n => new SourceSpan(n.Item1, n.Item2, n.Item3, n.Item4));
        var results = texts
            .Two()
            .Zip(spans)
            .Zip(Gen.Choose(0, 3))
            .Select(static drawn =>
                Make(drawn.Item1.Item1.Item1, drawn.Item1.Item1.Item2, drawn.Item1.Item2, drawn.Item2)
            );

        Prop.ForAll(
                results.ToArbitrary(),
                static result =>
                {
                    var bytes = FileResultCodec.Encode(result);
                    Assert.True(FileResultCodec.TryDecode(bytes, 0, bytes.Length, out var back));
                    AssertEqual(result, back);
                }
            )
            .QuickCheckThrowOnFailure();
    }

    [Theory]
    [InlineData("\uD800", "lone")]
    [InlineData("a\uDC00b", "\uD83D\uDE00")]
    [InlineData("", "\0")]
    public void Text_is_kept_unit_for_unit(string first, string second)
    {
        var result = Make(first, second, new SourceSpan(int.MaxValue, int.MinValue, int.MinValue, int.MaxValue), 2);
        var bytes = FileResultCodec.Encode(result);

        Assert.True(FileResultCodec.TryDecode(bytes, 0, bytes.Length, out var back));
        AssertEqual(result, back);
    }

    [Fact]
    public void What_is_cut_short_or_goes_on_is_no_result()
    {
        var bytes = FileResultCodec.Encode(Make("text", "more", SourceSpan.FileStart, 2));
        for (var length = 0; length < bytes.Length; length++)
        {
            Assert.False(FileResultCodec.TryDecode(bytes, 0, length, out _));
        }

        Assert.False(FileResultCodec.TryDecode([.. bytes, 0], 0, bytes.Length + 1, out _));
    }

    [Fact]
    public void Any_bytes_are_taken_without_an_exception()
    {
        var random = new System.Random(20261122);
        var sound = FileResultCodec.Encode(Make("text", "\uD800", SourceSpan.FileStart, 3));
        for (var round = 0; round < 20_000; round++)
        {
            var bytes = (byte[])sound.Clone();
            for (var flips = random.Next(1, 6); flips > 0; flips--)
            {
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            }

            if (FileResultCodec.TryDecode(bytes, 0, bytes.Length, out var result))
            {
                Assert.NotNull(result);
            }
        }
    }

    private static FileResult Make(string first, string second, SourceSpan span, int count) =>
        new(
            Enumerable
                .Range(0, count)
                .Select(index => new FileFinding(
                    first,
                    index % 2 == 0 ? span : null,
                    second,
                    first + second,
                    second + first,
                    index % 2 == 0 ? null : first,
                    Enumerable.Repeat(new TextEdit(span, second), index).ToImmutableArray(),
                    Enumerable.Repeat(new RelatedSpan(span, first), count - index).ToImmutableArray(),
                    index % 2 == 0 ? null : Severity.Warning
                ))
                .ToImmutableArray(),
            Enumerable.Repeat(new Fact((FactKind)count, first, span, count - 1), count).ToImmutableArray(),
            Enumerable.Repeat(new InlineException(first, second, first, span), count).ToImmutableArray()
        );

    private static void AssertEqual(FileResult expected, FileResult actual)
    {
        Assert.Equal(expected.Facts.AsEnumerable(), actual.Facts);
        Assert.Equal(expected.InlineExceptions.AsEnumerable(), actual.InlineExceptions);
        Assert.Equal(expected.Findings.Length, actual.Findings.Length);
        foreach (var (one, other) in expected.Findings.Zip(actual.Findings))
        {
            Assert.Equal(one.Edits.AsEnumerable(), other.Edits);
            Assert.Equal(one.Related.AsEnumerable(), other.Related);
            Assert.Equal(
                one with
                {
                    Edits = default,
                    Related = default,
                },
                other with
                {
                    Edits = default,
                    Related = default,
                }
            );
        }
    }
}
