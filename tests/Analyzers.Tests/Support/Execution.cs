using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;

namespace Governance.Analyzers.Tests.Support;

/// <summary>A program that ran to its end.</summary>
internal sealed record Execution(int ExitCode, string Output)
{
    /// <summary>The lines that tell something of ours, without the build's summary, which tells them again.</summary>
    public IReadOnlyList<string> Findings { get; } =
        Output
            .Split('\n')
            .TakeWhile(static line => !line.StartsWith("Build ", StringComparison.Ordinal))
            .Where(static line =>
                line.Contains(": error GOV", StringComparison.Ordinal)
                || line.Contains(": warning GOV", StringComparison.Ordinal)
            )
            .ToList();

    public static Execution Of(string folder, string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What dotnet test sets for itself must not steer the build of somebody else.
        foreach (
            var name in start
                .Environment.Keys.Where(static name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase))
                .ToList()
        )
        {
            start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_CLI_TELEMETRY_OPTOUT"] = "1";
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return new Execution(process.ExitCode, output + error.Result);
    }
}
