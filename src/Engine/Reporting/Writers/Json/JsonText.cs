using System;
using System.Buffers;
using System.IO;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Governance.Engine.Reporting.Writers.Json;

/// <summary>Writes JSON to a text writer: indented by two blanks, <c>\n</c> line ends, non-ASCII letters as they are.</summary>
internal static class JsonText
{
    private static JsonWriterOptions Options =>
        new()
        {
            Indented = true,
            NewLine = "\n",
            // The output is a file of its own and never part of a page, so that < and & need no escape.
            Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        };

    public static void Write(TextWriter output, Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            write(json);
        }

        output.Write(Encoding.UTF8.GetString(buffer.WrittenSpan));
        output.Write('\n');
    }
}
