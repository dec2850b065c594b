using System;
using System.CommandLine;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Reporting;
using Governance.Engine.Rules.Checks.Notebooks;
using Governance.PolicyCli.Fixing;
using Governance.Repositories;

namespace Governance.PolicyCli.Commands;

/// <summary><c>policy fix</c>: shows what mechanical fixes would change, and applies them when told.</summary>
internal sealed class FixCommand
{
    private readonly SharedOptions _shared = new();

    private readonly Option<bool> _apply = new("--apply")
    {
        Description = "Change the working tree; without it the changes are only shown.",
    };

    private readonly Option<bool> _force = new("--force")
    {
        Description = "Also change files that have uncommitted changes.",
    };

    private readonly Option<string?> _user = new("--user")
    {
        HelpName = "NAME",
        Description = "The user whose folder loose notebooks are moved to.",
    };

    private FixCommand() { }

    public static Command Create(CommandHost host)
    {
        var fix = new FixCommand();
        var command = new Command("fix", "Shows mechanical fixes as a diff, and applies them with --apply.")
        {
            fix._shared.Path,
            fix._shared.Only,
            fix._shared.Policy,
            fix._user,
            fix._apply,
            fix._force,
        };
        command.SetAction(arguments => fix.Run(host, arguments));
        return command;
    }

    private int Run(CommandHost host, ParseResult arguments)
    {
        using var repository = GovernedRepository.Open(
            arguments.GetValue(_shared.Path),
            host.WorkingDirectory,
            host.Cancellation
        );
        var snapshot = repository.WorkingTree(host.Cancellation);
        var report = PolicyCheck.Run(
            new CheckRequest
            {
                Snapshot = snapshot,
                Organisation = PolicyFiles.Organisation(arguments.GetValue(_shared.Policy), host),
                Today = host.Today,
                ToolVersion = ToolVersion.Current,
                Options = new AnalysisOptions
                {
                    Only = [.. SharedOptions.AreasAndIds(arguments.GetValue(_shared.Only))],
                },
            },
            host.Cancellation
        );
        var user = arguments.GetValue(_user);
        if (user is not null && UserFolderName.Refusal(user, report.Policy, snapshot, report.TextOf) is { } refusal)
        {
            throw new UsageException($"--user '{user}': {refusal}");
        }

        var uncommitted = arguments.GetValue(_force) ? [] : repository.UncommittedPaths(host.Cancellation) ?? [];
        var guard = new FixGuard(repository.RootPath, uncommitted);
        var plan = FixPlan.Of(report.Findings, user, guard);
        Show(plan, report, host);
        if (plan.Fixes.Count == 0)
        {
            return ExitCodes.Clean;
        }

        if (!arguments.GetValue(_apply))
        {
            host.Out.WriteLine("Nothing was changed; --apply applies this.");
            return ExitCodes.Clean;
        }

        host.Out.Flush();
        FixApplier.Apply(plan, guard);
        host.Out.WriteLine($"Applied {Fixes(plan.Fixes.Count)}. Nothing was staged or committed.");
        return ExitCodes.Clean;
    }

    private static void Show(FixPlan plan, CheckReport report, CommandHost host)
    {
        foreach (var file in plan.Edits<ReplaceText>().GroupBy(static edit => edit.Path, StringComparer.Ordinal))
        {
            foreach (var line in TextEdits.Diff(file.Key, report.TextOf(file.Key)!, [.. file]))
            {
                host.Out.WriteLine(line);
            }
        }

        foreach (var create in plan.Edits<CreateFile>())
        {
            host.Out.WriteLine($"create {create.Path}");
        }

        foreach (var move in plan.Edits<MovePath>())
        {
            host.Out.WriteLine($"move {move.Path} -> {move.NewPath}");
        }

        foreach (var (finding, reason) in plan.Refused)
        {
            host.Out.WriteLine($"left out: {finding.RuleId} at {finding.Location.Path}: {reason}");
        }

        var covered = report.Findings.Count(static f => f.Disposition != Disposition.Open && !f.Finding.Fixes.IsEmpty);
        host.Out.WriteLine(
            $"{Fixes(plan.Fixes.Count)}, {plan.Refused.Count} left out, {covered} not touched because a baseline or an exception carries them"
        );
    }

    private static string Fixes(int count) => count == 1 ? "1 fix" : $"{count} fixes";
}
