using System;
using System.Diagnostics;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

namespace Governance.Repositories.Git;

/// <summary>Takes one record of git's output, without its end mark.</summary>
internal delegate void RecordHandler(ReadOnlySpan<byte> record);

/// <summary>How a git command ended.</summary>
/// <param name="ExitCode">Zero for success.</param>
/// <param name="Errors">What it wrote to its error stream, at most 64 KB.</param>
internal readonly record struct GitOutcome(int ExitCode, string Errors)
{
    /// <summary>Whether it went well.</summary>
    public bool Succeeded => ExitCode == 0;

    /// <summary>The line that says what was wrong, without git's own prefix; empty where git said nothing.</summary>
    public string Reason
    {
        get
        {
            var first = "";
            foreach (var line in Errors.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                if (line.StartsWith("fatal: ", StringComparison.Ordinal))
                {
                    return line["fatal: ".Length..].TrimEnd();
                }

                first = first.Length == 0 ? line.TrimEnd() : first;
            }

            return first.StartsWith("error: ", StringComparison.Ordinal) ? first["error: ".Length..] : first;
        }
    }
}

/// <summary>Runs git commands to their end. Every wait can be cancelled: the process is then killed.</summary>
internal static class GitRun
{
    private const int MostErrors = 64 * 1024;

    /// <summary>Runs git and hands over each NUL-terminated record as it comes.</summary>
    public static GitOutcome Records(
        GitCommand git,
        RecordHandler handler,
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> arguments
    ) => Read(git, output => RecordStream.Split(output, handler), null, cancellationToken, arguments);

    /// <summary>Runs git and gives its output as lines.</summary>
    public static (GitOutcome Outcome, string[] Lines) Lines(
        GitCommand git,
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> arguments
    )
    {
        using var text = new MemoryStream();
        var outcome = Read(git, output => output.CopyTo(text), null, cancellationToken, arguments);
        var lines = Encoding.UTF8.GetString(text.GetBuffer(), 0, (int)text.Length).Split('\n');
        return (outcome, lines[^1].Length == 0 ? lines[..^1] : lines);
    }

    /// <summary>Runs git, feeding it input, and hands its output stream to <paramref name="read"/>.</summary>
    public static GitOutcome Read(
        GitCommand git,
        Action<Stream> read,
        Action<Stream>? write,
        CancellationToken cancellationToken,
        params ReadOnlySpan<string> arguments
    )
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var process = git.Start(arguments);
        using var killing = cancellationToken.UnsafeRegister(static state => Kill((Process)state!), process);
        var errors = InBackground(() => ReadErrors(process));
        var writing = write is null ? null : InBackground(() => Feed(process, write));
        try
        {
            if (writing is null)
            {
                process.StandardInput.Close();
            }

            read(process.StandardOutput.BaseStream);
            process.WaitForExit();
            writing?.Wait(CancellationToken.None);
        }
        catch
        {
            Kill(process);
            throw;
        }

        cancellationToken.ThrowIfCancellationRequested();
        // Something that git left running may hold the error stream open; nobody waits for that.
        return new GitOutcome(process.ExitCode, errors.Wait(TimeSpan.FromSeconds(2)) ? errors.Result : "");
    }

    /// <summary>Runs something that blocks on a process, on a thread of its own: the pool has few, and adds them slowly.</summary>
    public static Task<T> InBackground<T>(Func<T> work) =>
        Task.Factory.StartNew(
            work,
            CancellationToken.None,
            TaskCreationOptions.LongRunning | TaskCreationOptions.DenyChildAttach,
            TaskScheduler.Default
        );

    /// <summary>Ends a process that may have ended already.</summary>
    public static void Kill(Process process)
    {
        try
        {
            process.Kill();
        }
        catch (InvalidOperationException)
        {
            // It has ended, or is being disposed of after its end: what was wanted.
        }
    }

    /// <summary>Drains a process's error stream, and keeps its beginning.</summary>
    public static string ReadErrors(Process process)
    {
        var kept = new StringBuilder();
        var buffer = new char[4096];
        int count;
        while ((count = process.StandardError.Read(buffer, 0, buffer.Length)) > 0)
        {
            kept.Append(buffer, 0, Math.Min(count, MostErrors - kept.Length));
        }

        return kept.ToString();
    }

    private static bool Feed(Process process, Action<Stream> write)
    {
        try
        {
            using var input = process.StandardInput.BaseStream;
            write(input);
            return true;
        }
        catch (IOException)
        {
            // The process ended before it had read everything; its exit code says why.
            return false;
        }
    }
}
