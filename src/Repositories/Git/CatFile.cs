using System;
using System.Buffers.Text;
using System.IO;
using System.Text;
using System.Threading;
using Governance.Engine.Repository;
using Governance.Repositories.Disk;

namespace Governance.Repositories.Git;

/// <summary>
/// One running <c>git cat-file --batch</c>, asked for one object after the other, by one thread at a time.
/// https://git-scm.com/docs/git-cat-file#_batch_output
/// </summary>
internal sealed class CatFile(GitCommand git) : IDisposable
{
    private readonly GitProcess _process = git.Start("cat-file", "--batch");
    private readonly byte[] _buffer = new byte[32 * 1024];
    private int _start;
    private int _end;

    /// <summary>Whether it broke down, and must not be asked again.</summary>
    public bool IsBroken { get; private set; }

    /// <summary>The object's content.</summary>
    public FileContent Read(string id, CancellationToken cancellationToken)
    {
        using var killing = cancellationToken.UnsafeRegister(static state => ((GitProcess)state!).Kill(), _process);
        // Until the answer is complete, nobody else may take it for theirs.
        IsBroken = true;
        try
        {
            _process.Input.Write(Encoding.ASCII.GetBytes(id + "\n"));
            _process.Input.Flush();
            var content = ReadAnswer(id, out var complete);
            cancellationToken.ThrowIfCancellationRequested();
            IsBroken = !complete;
            return content;
        }
        catch (IOException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return FileContent.Unavailable(Breakdown());
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.Kill();
        _process.Dispose();
    }

    // <id> SP blob SP <size> LF <content> LF, or <id> SP missing LF
    private FileContent ReadAnswer(string id, out bool complete)
    {
        complete = true;
        var header = ReadLine();
        var last = header[(header.LastIndexOf((byte)' ') + 1)..];
        if (last.SequenceEqual("missing"u8))
        {
            return BlobReader.NotHere;
        }

        if (!Utf8Parser.TryParse(last, out long size, out _))
        {
            throw new IOException("an answer of unknown form");
        }

        if (size > ContentLimit.Bytes)
        {
            // Ending the process is cheaper than letting it hand over what nobody wants.
            complete = false;
            return ContentLimit.TooLarge(size, () => BlobStream.Open(git, id));
        }

        var bytes = GC.AllocateUninitializedArray<byte>((int)size);
        var buffered = Math.Min(bytes.Length, _end - _start);
        _buffer.AsSpan(_start, buffered).CopyTo(bytes);
        _start += buffered;
        _process.Output.ReadExactly(bytes.AsSpan(buffered));
        _ = ReadLine();
        return FileContent.Of(bytes);
    }

    private ReadOnlySpan<byte> ReadLine()
    {
        while (true)
        {
            var length = _buffer.AsSpan(_start, _end - _start).IndexOf((byte)'\n');
            if (length >= 0)
            {
                var line = _buffer.AsSpan(_start, length);
                _start += length + 1;
                return line;
            }

            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
            var count = _process.Output.Read(_buffer.AsSpan(_end));
            _end += count > 0 ? count : throw new EndOfStreamException();
        }
    }

    private string Breakdown()
    {
        _process.Kill();
        var reason = _process.Wait().Reason;
        return reason.Length == 0 ? "git stopped while reading it" : $"git cannot read it: {reason}";
    }
}
