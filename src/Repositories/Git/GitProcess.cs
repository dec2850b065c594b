using System;
using System.Diagnostics;
using System.IO;
using System.IO.Pipes;
using System.Text;
using System.Threading.Tasks;
using Microsoft.Win32.SafeHandles;

namespace Governance.Repositories.Git;

/// <summary>A running git, with its three streams.</summary>
internal sealed class GitProcess : IDisposable
{
    private const int MostErrors = 64 * 1024;

    private readonly Process _process;
    private readonly Task<string> _errors;

    /// <summary>Takes a process that was just started.</summary>
    public GitProcess(Process started)
    {
        _process = started;
        Input = Plain(started.StandardInput.BaseStream, FileAccess.Write);
        Output = Plain(started.StandardOutput.BaseStream, FileAccess.Read);
        var errors = Plain(started.StandardError.BaseStream, FileAccess.Read);
        _errors = GitRun.InBackground(() => Drain(errors, started.StandardError));
    }

    /// <summary>What git reads. Unbuffered.</summary>
    public Stream Input { get; }

    /// <summary>What git writes. Unbuffered.</summary>
    public Stream Output { get; }

    /// <summary>Tells git that there is no more input.</summary>
    public void EndInput() => _process.StandardInput.BaseStream.Dispose();

    /// <summary>Waits for the end.</summary>
    public GitOutcome Wait()
    {
        _process.WaitForExit();
        return new GitOutcome(_process.ExitCode, ErrorsSoFar());
    }

    /// <summary>What git wrote to its error stream, once it has ended.</summary>
    public string ErrorsSoFar() =>
        // Something that git left running may hold the stream open; nobody waits for that.
        _errors.Wait(TimeSpan.FromSeconds(2))
            ? _errors.Result
            : "";

    /// <summary>Ends the process, which may have ended already.</summary>
    public void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or is being disposed of after its end: what was wanted.
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.BaseStream.Dispose();
        _process.StandardOutput.BaseStream.Dispose();
        _process.Dispose();
    }

    /// <summary>
    /// The same pipe without the socket machinery that .NET wraps around pipes on Unix, which takes longer to start than
    /// git does.
    /// </summary>
    private static Stream Plain(Stream stream, FileAccess access) =>
        stream is PipeStream pipe && !OperatingSystem.IsWindows()
            ? new FileStream(
                new SafeFileHandle(pipe.SafePipeHandle.DangerousGetHandle(), ownsHandle: false),
                access,
                bufferSize: 0
            )
            : stream;

    private static string Drain(Stream errors, StreamReader owner)
    {
        // Closed here and nowhere else: a pipe that is closed while it is read may be another one by then.
        using var closing = owner;
        using var kept = new MemoryStream();
        var buffer = new byte[4096];
        int count;
        while ((count = errors.Read(buffer, 0, buffer.Length)) > 0)
        {
            kept.Write(buffer, 0, Math.Min(count, MostErrors - (int)kept.Length));
        }

        return Encoding.UTF8.GetString(kept.GetBuffer(), 0, (int)kept.Length);
    }
}
