using System;
using System.Buffers;
using System.Globalization;
using System.Text;

namespace Governance.Repositories.Git;

/// <summary>Turns the bytes git calls a path into text, where they are text.</summary>
internal static class PathBytes
{
    private static readonly UTF8Encoding Strict = new(
        encoderShouldEmitUTF8Identifier: false,
        throwOnInvalidBytes: true
    );

    /// <summary>Why a path that is no text is left out.</summary>
    public const string NotUtf8 = "its name is not valid UTF-8";

    /// <summary>The path as text; null when it is not valid UTF-8.</summary>
    public static string? Decode(ReadOnlySpan<byte> path) =>
        System.Text.Unicode.Utf8.IsValid(path) ? Strict.GetString(path) : null;

    /// <summary>The path for display: valid parts as they are, every other byte as <c>\xNN</c>.</summary>
    public static string Display(ReadOnlySpan<byte> path)
    {
        var text = new StringBuilder(path.Length);
        while (!path.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(path, out var rune, out var consumed) == OperationStatus.Done)
            {
                text.Append(rune);
            }
            else
            {
                foreach (var offending in path[..consumed])
                {
                    text.Append(CultureInfo.InvariantCulture, $@"\x{offending:X2}");
                }
            }

            path = path[consumed..];
        }

        return text.ToString();
    }
}
