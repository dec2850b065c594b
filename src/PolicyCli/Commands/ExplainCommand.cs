using System;
using System.CommandLine;
using System.Linq;
using Governance.Engine.Policy;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.PolicyCli.Commands;

/// <summary><c>policy explain ID</c>: shows a rule's page.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommandHost host)
    {
        var name = new Argument<string>("ID") { Description = "A rule's id or name." };
        var command = new Command("explain", "Shows why a rule exists, how to fix what it finds, and examples.")
        {
            name,
        };
        command.SetAction(arguments =>
        {
            Run(host, arguments.GetRequiredValue(name));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Run(CommandHost host, string name)
    {
        var rule =
            RuleCatalog.Find(name)
            ?? throw new UsageException($"'{name}' is no rule{DidYouMean(name)}; 'policy rules' lists them");
        var severity = SettingWords.Of(rule.Severity);
        var statement = rule.Statement == "none" ? "of the tool itself" : $"statement {rule.Statement} of the guidance";
        var kinds = rule.Kinds.IsEmpty ? "all kinds of repository" : string.Join(", ", rule.Kinds);
        host.Out.WriteLine($"{rule.Id} {rule.Name}");
        host.Out.WriteLine($"{severity}, {rule.Lifecycle}, area {rule.Area}, {statement}, for {kinds}");
        foreach (var option in rule.Options.All)
        {
            host.Out.WriteLine($"option {option.Name} ({option.Value.Type}), default {option.Value}");
        }

        host.Out.WriteLine();
        var page = RuleCatalog.Page(rule).ReplaceLineEndings("\n");
        host.Out.Write(page[(page.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..]);
    }

    private static string DidYouMean(string name) =>
        Spelling.Nearest(name, RuleCatalog.Rules.SelectMany(static rule => new[] { rule.Id, rule.Name })) is { } nearest
            ? $" (did you mean '{nearest}'?)"
            : "";
}
