using System;
using System.Buffers;
using System.IO;

namespace Governance.Repositories.Git;

/// <summary>Cuts a stream of bytes into NUL-terminated records. Names are bytes to git, so it is bytes that are cut.</summary>
internal static class RecordStream
{
    private const int StartingBuffer = 64 * 1024;

    /// <summary>Hands over each record without its NUL; what follows the last NUL is a record too, unless it is empty.</summary>
    public static void Split(Stream stream, RecordHandler handler)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(StartingBuffer);
        try
        {
            var filled = 0;
            int count;
            while ((count = stream.Read(buffer, filled, buffer.Length - filled)) > 0)
            {
                var searched = filled;
                filled += count;
                var start = 0;
                int end;
                while ((end = buffer.AsSpan(searched, filled - searched).IndexOf((byte)0)) >= 0)
                {
                    handler(buffer.AsSpan(start, searched + end - start));
                    start = searched + end + 1;
                    searched = start;
                }

                buffer.AsSpan(start, filled - start).CopyTo(buffer);
                filled -= start;
                if (filled == buffer.Length)
                {
                    buffer = Grow(buffer);
                }
            }

            if (filled > 0)
            {
                handler(buffer.AsSpan(0, filled));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    private static byte[] Grow(byte[] buffer)
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(buffer.Length * 2));
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
