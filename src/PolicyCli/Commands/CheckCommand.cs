using System;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Findings;
using Governance.Engine.Reporting;
using Governance.PolicyCli.Output;
using Governance.Repositories;

namespace Governance.PolicyCli.Commands;

/// <summary><c>policy check</c>: checks a repository and reports.</summary>
internal sealed class CheckCommand
{
    private readonly SharedOptions _shared = new();

    private readonly Option<string?> _base = new("--base")
    {
        HelpName = "REV",
        Description = "Report only what the change since the merge base with this revision introduced.",
    };

    private readonly Option<bool> _staged = new("--staged") { Description = "Check what is staged in the index." };

    private readonly Option<string?> _commit = new("--commit")
    {
        HelpName = "REV",
        Description = "Check a commit without checking it out; also in a bare repository.",
    };

    private readonly Option<bool> _history = new("--history")
    {
        Description = "Search what earlier commits of all branches and tags held for secrets as well.",
    };

    private readonly Option<string[]> _repository = new("--repository")
    {
        HelpName = "NAME=PATH",
        Description =
            "A clone or mirror of a repository whose templates the pipelines include, by the name of their resource. May be given several times.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string[]> _format = new("--format")
    {
        HelpName = "FORMAT[=FILE]",
        Description =
            $"One of {string.Join(", ", ReportTargets.Formats)}; to a file or to the output. May be given several times.",
        AllowMultipleArgumentsPerToken = false,
    };

    private readonly Option<string> _failOn = new("--fail-on")
    {
        HelpName = "SEVERITY",
        Description =
            "The severity from which a blocking finding fails the run: error (default), warning, note, or none.",
        DefaultValueFactory = _ => "error",
    };

    private CheckCommand() { }

    public static Command Create(CommandHost host)
    {
        var check = new CheckCommand();
        check._failOn.AcceptOnlyFromAmong("error", "warning", "note", "none");
        var command = new Command("check", "Checks a repository.")
        {
            check._shared.Path,
            check._base,
            check._staged,
            check._commit,
            check._history,
            check._repository,
            check._shared.Only,
            check._format,
            check._shared.Policy,
            check._shared.Baseline,
            check._failOn,
            check._shared.NoCache,
        };
        command.SetAction(arguments => check.Run(host, arguments));
        return command;
    }

    private int Run(CommandHost host, ParseResult arguments)
    {
        var clock = Stopwatch.StartNew();
        var source = SourceChoice.Of(arguments.GetValue(_staged), arguments.GetValue(_commit));
        var failOn =
            arguments.GetValue(_failOn) == "none"
                ? Severity.Off
                : Enum.Parse<Severity>(arguments.GetValue(_failOn)!, true);
        using var targets = ReportTargets.Open(arguments.GetValue(_format), host);
        using var repository = GovernedRepository.Open(
            arguments.GetValue(_shared.Path),
            host.WorkingDirectory,
            host.Cancellation
        );
        using var others = NamedRepositories.Open(arguments.GetValue(_repository), host);
        if (repository.Notice is { } notice)
        {
            host.Error.WriteLine($"policy: {notice}");
        }

        var revision = arguments.GetValue(_base);
        if (revision is not null && arguments.GetValue(_history))
        {
            throw new UsageException("--history looks at all commits, and --base at one change: give one of them");
        }

        var change = revision is null ? null : repository.ChangeSince(revision, source, host.Cancellation);
        var snapshot = change?.Head ?? repository.Snapshot(source, host.Cancellation);
        var history = arguments.GetValue(_history) ? repository.History(snapshot, host.Cancellation) : null;
        using var progress = ProgressLine.Start(host, snapshot.Files.Length + (history?.Files.Length ?? 0));
        var request = new CheckRequest
        {
            Snapshot = snapshot,
            Organisation = PolicyFiles.Organisation(arguments.GetValue(_shared.Policy), host),
            BaselineFile = PolicyFiles.Baseline(arguments.GetValue(_shared.Baseline), host),
            Base = change is null ? null : new BaseState(revision!, change.Base, change.Renames),
            Today = host.Today,
            ToolVersion = ToolVersion.Current,
            FailOn = failOn,
            Options = new AnalysisOptions
            {
                Only = [.. SharedOptions.AreasAndIds(arguments.GetValue(_shared.Only))],
                OpenStore = arguments.GetValue(_shared.NoCache) ? null : repository.OpenStore,
                History = history,
                OtherRepositories = others.All,
                FileDone = progress.Advance,
            },
        };
        var report = PolicyCheck.Run(request, host.Cancellation);
        progress.Dispose();
        targets.Write(report);
        host.Error.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"policy: {report.FileCount} files in {clock.Elapsed.TotalSeconds:0.00} s"
            )
        );
        return ExitCodeOf(report);
    }

    private static int ExitCodeOf(CheckReport report) =>
        report.Findings.Any(static finding => finding.Finding.RuleId == "GOV0001") ? ExitCodes.Unfinished
        : report.HasPolicyProblems ? ExitCodes.BadUsage
        : report.Fails ? ExitCodes.Blocked
        : ExitCodes.Clean;
}
