using System.Text;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Syntax;

/// <summary>Lines and columns are the same whatever the line ends and the encoding.</summary>
public sealed class SourceTextTests
{
    [Theory]
    [InlineData("ab\ncd\nef")]
    [InlineData("ab\r\ncd\r\nef")]
    [InlineData("ab\rcd\ref")]
    public void Every_line_end_ends_a_line(string text)
    {
        var source = new SourceText(text);
        Assert.Equal(3, source.LineCount);
        Assert.Equal("cd", source.Line(2));
        var at = text.IndexOf('d', System.StringComparison.Ordinal);
        Assert.Equal(new SourceSpan(2, 2, 2, 3), source.Span(at, 1));
        Assert.Equal(at, source.Offset(2, 2));
        Assert.Equal("cd", source.Slice(new SourceSpan(2, 1, 2, 3)));
    }

    [Fact]
    public void Columns_count_utf_16_units()
    {
        var source = new SourceText("🙂x");
        Assert.Equal(new SourceSpan(1, 3, 1, 4), source.Span(2, 1));
    }

    [Fact]
    public void A_mark_is_no_part_of_the_text_and_stays_with_the_encoding()
    {
        foreach (
            var encoding in (Encoding[])
                [new UTF8Encoding(true), Encoding.Unicode, Encoding.BigEndianUnicode, Encoding.UTF32]
        )
        {
            var source = SourceText.TryDecode([.. encoding.GetPreamble(), .. encoding.GetBytes("é\n")])!;
            Assert.Equal("é\n", source.Text);
            Assert.Equal(encoding.GetPreamble(), source.Encoding.GetPreamble());
        }
    }

    [Fact]
    public void Binary_content_is_no_text_and_broken_text_says_so()
    {
        Assert.Null(SourceText.TryDecode([1, 0, 2]));
        Assert.True(SourceText.TryDecode([0x61, 0xE9, 0x62])!.HasInvalidBytes);
        Assert.False(SourceText.TryDecode("plain"u8)!.HasInvalidBytes);
    }
}
