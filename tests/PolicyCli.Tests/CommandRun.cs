using System;
using System.IO;

namespace Governance.PolicyCli.Tests;

/// <summary>What one run of the command said and returned.</summary>
internal sealed record CommandRun(int ExitCode, string Out, string Error)
{
    private static readonly DateTime Today = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>Runs the command in this process, in a working directory.</summary>
    public static CommandRun In(string workingDirectory, params string[] arguments) =>
        On(Today, workingDirectory, arguments);

    /// <summary>Runs the command on a given day.</summary>
    public static CommandRun On(DateTime today, string workingDirectory, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new CommandHost
        {
            Out = output,
            Error = error,
            Colour = false,
            Interactive = false,
            WorkingDirectory = workingDirectory,
            Today = today,
            Cancellation = default,
        };
        return new CommandRun(PolicyCommandLine.Run(arguments, host), output.ToString(), error.ToString());
    }
}
