using System;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Governance.Repositories.Git;

/// <summary>Takes one record of git's output, without its end mark.</summary>
internal delegate void RecordHandler(ReadOnlySpan<byte> record);

/// <summary>Runs git commands to their end. Every wait can be cancelled: the process is then killed.</summary>
internal static class GitRun
{
    /// <summary>Runs git and hands over each NUL-terminated record as it comes.</summary>
    public static GitOutcome Records(
        GitCommand git,
        RecordHandler handler,
        CancellationToken cancellationToken,
        params string[] arguments
    ) => Read(git, output => RecordStream.Split(output, handler), null, cancellationToken, arguments);

    /// <summary>Runs git and gives its output as lines.</summary>
    public static GitText Lines(GitCommand git, CancellationToken cancellationToken, params string[] arguments)
    {
        using var text = new MemoryStream();
        var outcome = Read(git, output => output.CopyTo(text), null, cancellationToken, arguments);
        var lines = Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).Split('\n');
        return new GitText(outcome, lines[^1].Length == 0 ? lines[..^1] : lines);
    }

    /// <summary>Runs git, feeding it input, and hands its output stream to <paramref name="read"/>.</summary>
    public static GitOutcome Read(
        GitCommand git,
        Action<Stream> read,
        Action<Stream>? write,
        CancellationToken cancellationToken,
        params string[] arguments
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = git.Start(arguments);
        using var killing = cancellationToken.UnsafeRegister(static state => ((GitProcess)state!).Kill(), process);
        var writing = write is null ? null : InBackground(() => Feed(process, write));
        try
        {
            if (writing is null)
            {
                process.EndInput();
            }

            read(process.Output);
            var outcome = process.Wait();
            writing?.Wait(CancellationToken.None);
            cancellationToken.ThrowIfCancellationRequested();
            return outcome;
        }
        catch
        {
            process.Kill();
            writing?.Wait(CancellationToken.None);
            throw;
        }
    }

    /// <summary>Runs something that blocks on a process, on a thread of its own: the pool has few, and adds them slowly.</summary>
    public static Task<T> InBackground<T>(Func<T> work) =>
        Task.Factory.StartNew(
            work,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );

    /// <summary>Writes the input; gives what stopped it, for the process may end before it has read everything.</summary>
    private static IOException? Feed(GitProcess process, Action<Stream> write)
    {
        try
        {
            write(process.Input);
            return null;
        }
        catch (IOException exception)
        {
            // The exit code says why it ended.
            return exception;
        }
        finally
        {
            process.EndInput();
        }
    }
}
