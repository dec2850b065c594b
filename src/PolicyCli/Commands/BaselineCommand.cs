using System;
using System.CommandLine;
using System.IO;
using System.Linq;
using System.Text;
using Governance.Engine.Checking;
using Governance.Engine.Policy;
using Governance.Repositories;

namespace Governance.PolicyCli.Commands;

/// <summary>
/// <c>policy baseline</c>: the first time it carries everything that is open; afterwards it only drops what is mended, so that
/// a baseline cannot grow by accident.
/// </summary>
internal sealed class BaselineCommand
{
    private readonly SharedOptions _shared = new();

    private readonly Option<bool> _rewrite = new("--rewrite")
    {
        Description = "Begin anew: carry everything that is open today, also what an existing baseline does not hold.",
    };

    private BaselineCommand() { }

    public static Command Create(CommandHost host)
    {
        var baseline = new BaselineCommand();
        var command = new Command(
            "baseline",
            "Writes the findings that are known and carried; later drops those that are mended."
        )
        {
            baseline._shared.Path,
            baseline._shared.Policy,
            baseline._shared.Baseline,
            baseline._rewrite,
        };
        command.SetAction(arguments => baseline.Run(host, arguments));
        return command;
    }

    private int Run(CommandHost host, ParseResult arguments)
    {
        using var repository = GovernedRepository.Open(
            arguments.GetValue(_shared.Path),
            host.WorkingDirectory,
            host.Cancellation
        );
        var path = arguments.GetValue(_shared.Baseline) is { } given
            ? Path.Combine(host.WorkingDirectory, given)
            : Path.Combine(repository.RootPath, Baseline.FileName);
        var existing = File.Exists(path) ? PolicyFiles.Baseline(path, host) : null;
        var report = PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = repository.WorkingTree(host.Cancellation),
                Organisation = PolicyFiles.Organisation(arguments.GetValue(_shared.Policy), host),
                BaselineFile = existing,
                Today = host.Today,
                ToolVersion = ToolVersion.Current,
            },
            host.Cancellation
        );
        var known = existing is null ? null : BaselineFile.Read(existing).Baseline;
        var written =
            known is null || arguments.GetValue(_rewrite)
                ? Baseline.Of(report.Findings, report.Policy)
                : known.Pruned(report.Findings, [.. report.Outcomes.Select(static outcome => outcome.RuleId)]);
        File.WriteAllText(path, BaselineFile.Write(written), new UTF8Encoding(false));
        var dropped = Math.Max(0, (known?.Entries.Length ?? 0) - written.Entries.Length);
        host.Out.WriteLine($"{path}: {written.Entries.Length} findings carried, {dropped} dropped");
        return ExitCodes.Clean;
    }
}
