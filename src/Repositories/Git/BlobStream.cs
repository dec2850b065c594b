using System;
using System.IO;

namespace Governance.Repositories.Git;

/// <summary>One object as git hands it over, piece by piece: for what is too large to be held as a whole.</summary>
internal sealed class BlobStream : Stream
{
    private readonly GitProcess _process;

    private BlobStream(GitProcess process) => _process = process;

    /// <inheritdoc/>
    public override bool CanRead => true;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => false;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Starts git for one object.</summary>
    public static BlobStream Open(GitCommand git, string id)
    {
        var process = git.Start("cat-file", "blob", id);
        process.EndInput();
        return new BlobStream(process);
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = _process.Output.Read(buffer, offset, count);
        if (read == 0 && count > 0 && _process.Wait() is { Succeeded: false } outcome)
        {
            throw new IOException($"git cannot read it: {outcome.Reason}");
        }

        return read;
    }

    /// <inheritdoc/>
    public override void Flush() { }

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _process.Kill();
            _process.Dispose();
        }

        base.Dispose(disposing);
    }
}
