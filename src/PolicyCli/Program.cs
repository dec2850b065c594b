using System;
using System.IO;
using System.Runtime.InteropServices;
using System.Text;
using System.Threading;
using Governance.PolicyCli;

if (args is ["check", ..])
{
    WarmUp.Begin(DateTime.UtcNow.Date);
}

using var cancellation = new CancellationTokenSource();

// Console.CancelKeyPress would get the terminal ready for keys to be read, and Console.Error ask for its encoding: a tenth of a short run.
using var interrupt = PosixSignalRegistration.Create(
    PosixSignal.SIGINT,
    signal =>
    {
        // The first Ctrl-C ends the run in order, so that caches and reports are whole or untouched; a second one kills it.
        signal.Cancel = !cancellation.IsCancellationRequested;
        cancellation.Cancel();
    }
);
var utf8 = new UTF8Encoding(false);
var output = new StreamWriter(Console.OpenStandardOutput(), utf8, 1 << 15) { NewLine = "\n" };
var error = TextWriter.Synchronized(
    new StreamWriter(Console.OpenStandardError(), utf8) { NewLine = "\n", AutoFlush = true }
);
var host = CommandHost.OfProcess(output, error, cancellation.Token);

return PolicyCommandLine.Run(args, host);
