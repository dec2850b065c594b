using System;
using System.IO;
using System.Text;
using System.Threading;
using Governance.PolicyCli;

using var cancellation = new CancellationTokenSource();
Console.CancelKeyPress += (_, signal) =>
{
    // The first Ctrl-C ends the run in order, so that caches and reports are whole or untouched; a second one kills it.
    signal.Cancel = !cancellation.IsCancellationRequested;
    cancellation.Cancel();
};
var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 15) { NewLine = "\n" };
var host = CommandHost.OfProcess(output, cancellation.Token);
if (args is ["check", ..])
{
    WarmUp.Begin(host.Today);
}

return PolicyCommandLine.Run(args, host);
