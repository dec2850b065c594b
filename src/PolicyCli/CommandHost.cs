using System;
using System.IO;
using System.Threading;

namespace Governance.PolicyCli;

/// <summary>What a command touches of the process it runs in; a test brings its own.</summary>
internal sealed record CommandHost
{
    /// <summary>Where reports go.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Where times, notices and errors go.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>Whether the output is a terminal that shows colours.</summary>
    public required bool Colour { get; init; }

    /// <summary>Whether errors go to a terminal, where progress helps.</summary>
    public required bool Interactive { get; init; }

    /// <summary>The folder that relative paths are relative to.</summary>
    public required string WorkingDirectory { get; init; }

    /// <summary>Today's date in UTC.</summary>
    public required DateTime Today { get; init; }

    /// <summary>Cancelled by Ctrl-C.</summary>
    public required CancellationToken Cancellation { get; init; }

    /// <summary>The running process. Colour follows https://no-color.org and the terminal.</summary>
    public static CommandHost OfProcess(TextWriter output, TextWriter error, CancellationToken cancellation) =>
        new()
        {
            Out = output,
            Error = error,
            Colour =
                !Console.IsOutputRedirected
                && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
                && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Interactive = !Console.IsErrorRedirected,
            WorkingDirectory = Directory.GetCurrentDirectory(),
            Today = DateTime.UtcNow.Date,
            Cancellation = cancellation,
        };
}
