using System.Text;
using System.Threading;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Tests.Analyzers;

/// <summary>A text that counts how often all of it is taken, which nobody does but to parse it.</summary>
internal sealed class CountedText(string text) : SourceText
{
    private readonly SourceText _text = From(text, Encoding.UTF8);
    private int _parses;

    /// <summary>How often it was taken whole.</summary>
    public int Parses => _parses;

    public override Encoding? Encoding => _text.Encoding;

    public override int Length => _text.Length;

    public override char this[int position] => _text[position];

    public override void CopyTo(int sourceIndex, char[] destination, int destinationIndex, int count) =>
        _text.CopyTo(sourceIndex, destination, destinationIndex, count);

    public override string ToString(TextSpan span)
    {
        if (span.Length == Length)
        {
            Interlocked.Increment(ref _parses);
        }

        return _text.ToString(span);
    }
}
