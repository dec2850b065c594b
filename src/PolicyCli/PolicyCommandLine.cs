using System;
using System.CommandLine;
using System.IO;
using Governance.PolicyCli.Commands;
using Governance.Repositories;

namespace Governance.PolicyCli;

/// <summary>The <c>policy</c> command: parses the arguments, runs the command, and turns what went wrong into an exit code.</summary>
internal static class PolicyCommandLine
{
    /// <summary>Runs a command line. Returns one of <see cref="ExitCodes"/>.</summary>
    public static int Run(string[] args, CommandHost host)
    {
        var root = new RootCommand("Checks repositories against the organisation's layout and its way into production.")
        {
            CheckCommand.Create(host),
            RulesCommand.Create(host),
            ExplainCommand.Create(host),
            BaselineCommand.Create(host),
            FixCommand.Create(host),
        };
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
            {
                host.Error.WriteLine($"policy: {error.Message}");
            }

            host.Error.WriteLine("policy: 'policy --help' lists the commands, 'policy check --help' its options");
            return ExitCodes.BadUsage;
        }

        try
        {
            var configuration = new InvocationConfiguration
            {
                Output = host.Out,
                Error = host.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var exitCode = parsed.Invoke(configuration);
            host.Out.Flush();
            return exitCode;
        }
        catch (OperationCanceledException)
        {
            host.Error.WriteLine("policy: stopped");
            return ExitCodes.Cancelled;
        }
        catch (Exception exception) when (exception is UsageException or RepositoryException)
        {
            host.Error.WriteLine($"policy: {exception.Message}");
            return ExitCodes.BadUsage;
        }
        catch (IOException exception) when (BrokenPipe.Is(exception))
        {
            // Whoever read the report (head, a closed pager) has seen enough.
            return ExitCodes.Clean;
        }
        catch (Exception exception)
        {
            host.Error.WriteLine(
                $"policy: the check could not be finished: {exception.GetType().Name}: {exception.Message}"
            );
            return ExitCodes.Unfinished;
        }
    }
}
