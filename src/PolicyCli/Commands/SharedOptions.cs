using System;
using System.CommandLine;
using System.Linq;
using Governance.Engine.Rules;

namespace Governance.PolicyCli.Commands;

/// <summary>Arguments that several commands take.</summary>
internal sealed class SharedOptions
{
    public Argument<string?> Path { get; } =
        new("PATH")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description =
                "The root of the governed repository. Without it: the nearest folder upward with a governance.yml, else git's top.",
        };

    public Option<string?> Policy { get; } =
        new("--policy") { HelpName = "FILE", Description = "The organisation's policy, which may lock rules." };

    public Option<string?> Baseline { get; } =
        new("--baseline")
        {
            HelpName = "FILE",
            Description = "The baseline; default: governance.baseline at the root, where there is one.",
        };

    public Option<string[]> Only { get; } =
        new("--only")
        {
            HelpName = "AREA|ID",
            Description = "Report on these areas and rules alone; may be given several times.",
            AllowMultipleArgumentsPerToken = false,
        };

    public Option<bool> NoCache { get; } =
        new("--no-cache") { Description = "Neither read nor write the results kept under the git directory." };

    /// <summary>The values of <see cref="Only"/> as areas and rule ids. Throws <see cref="UsageException"/> for a word that is neither.</summary>
    public static string[] AreasAndIds(string[]? words) =>
        [
            .. (words ?? [])
                .SelectMany(static word => word.Split(',', StringSplitOptions.RemoveEmptyEntries))
                .Select(AreaOrId),
        ];

    private static string AreaOrId(string word) =>
        RuleCatalog.Areas.Contains(word) ? word
        : RuleCatalog.Find(word) is { } rule ? rule.Id
        : throw new UsageException(
            $"--only {word}: neither an area ({string.Join(", ", RuleCatalog.Areas)}) nor a rule; 'policy rules' lists them"
        );
}
