using System;
using System.Threading;

namespace Governance.PolicyCli.Output;

/// <summary>A line on the terminal's error stream, for runs that pass a second; nothing elsewhere.</summary>
internal sealed class ProgressLine : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    private readonly CommandHost _host;
    private readonly int _total;
    private readonly Timer? _timer;
    private int _done;
    private bool _shown;

    private ProgressLine(CommandHost host, int total)
    {
        _host = host;
        _total = total;
        _timer = host.Interactive ? new Timer(_ => Show(), null, Patience, Interval) : null;
    }

    /// <summary>Starts counting.</summary>
    public static ProgressLine Start(CommandHost host, int total) => new(host, total);

    /// <summary>One file more is done. Safe from any thread.</summary>
    public void Advance() => Interlocked.Increment(ref _done);

    /// <summary>Takes the line away.</summary>
    public void Dispose()
    {
        if (_timer is null)
        {
            return;
        }

        using var stopped = new ManualResetEvent(false);
        if (_timer.Dispose(stopped))
        {
            stopped.WaitOne();
        }

        if (_shown)
        {
            _host.Error.Write("\r\u001b[K");
            _shown = false;
        }
    }

    private void Show()
    {
        _shown = true;
        _host.Error.Write($"\r\u001b[Kpolicy: {Volatile.Read(ref _done)} of {_total} files");
    }
}
