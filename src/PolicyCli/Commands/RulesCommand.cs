using System.CommandLine;
using System.Linq;
using Governance.Engine.Policy;
using Governance.Engine.Rules;

namespace Governance.PolicyCli.Commands;

/// <summary><c>policy rules</c>: lists the catalogue.</summary>
internal static class RulesCommand
{
    public static Command Create(CommandHost host)
    {
        var area = new Argument<string?>("AREA")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = "List this area alone.",
        };
        var command = new Command("rules", "Lists the rules with their severity and options.") { area };
        command.SetAction(arguments =>
        {
            Run(host, arguments.GetValue(area));
            return ExitCodes.Clean;
        });
        return command;
    }

    private static void Run(CommandHost host, string? area)
    {
        if (area is not null && !RuleCatalog.Areas.Contains(area))
        {
            throw new UsageException($"'{area}' is no area; the areas are {string.Join(", ", RuleCatalog.Areas)}");
        }

        var rules = RuleCatalog.Rules.Where(rule => area is null || rule.Area == area).ToArray();
        var nameWidth = rules.Max(static rule => rule.Name.Length);
        foreach (var group in rules.GroupBy(static rule => rule.Area))
        {
            host.Out.WriteLine(group.Key);
            foreach (var rule in group)
            {
                var severity = SettingWords.Of(rule.Severity);
                host.Out.WriteLine($"  {rule.Id}  {severity, -7}  {rule.Name.PadRight(nameWidth)}  {rule.Title}");
                foreach (var option in rule.Options.All)
                {
                    host.Out.WriteLine($"           {option.Name}: {Shortened(option.Value.ToString())}");
                }
            }
        }

        host.Out.WriteLine($"{rules.Length} rules; 'policy explain ID' shows why, how to fix, and examples");
    }

    private static string Shortened(string value) => value.Length <= 100 ? value : value[..97] + "...";
}
