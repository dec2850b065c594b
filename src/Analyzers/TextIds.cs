using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.CodeAnalysis.Text;

namespace Governance.Analyzers;

/// <summary>
/// Names for what texts say, as git names its blobs: texts of the same name read the same, so that an undone edit, and a file that an
/// editor read again, are recognised. A name is kept as long as its text. Safe to call from many threads.
/// </summary>
internal sealed class TextIds
{
    private const string Hexadecimal = "0123456789abcdef";

    private readonly ConditionalWeakTable<SourceText, string> _ids = new();

    /// <summary>The name of what a text says.</summary>
    public string Of(SourceText text) => _ids.GetValue(text, static one => Make(one));

    // The checksum is one of bytes, which read differently in another encoding.
    private static string Make(SourceText text)
    {
        var checksum = text.GetChecksum();
        var id = new StringBuilder((2 * checksum.Length) + 16);
        foreach (var value in checksum)
        {
            id.Append(Hexadecimal[value >> 4]).Append(Hexadecimal[value & 0xF]);
        }

        return id.Append('.').Append(text.Length).Append('.').Append(text.Encoding?.WebName).ToString();
    }
}
