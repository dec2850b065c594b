using System.Collections.Immutable;
using System.Linq;

namespace Governance.Engine.Policy.Reading;

/// <summary>A key of governance.yml.</summary>
/// <param name="Name">The key.</param>
/// <param name="Description">What it says, for the schema's hover text: sentences with full stops.</param>
/// <param name="OrganisationOnly">Whether only the organisation's policy may have it.</param>
internal sealed record PolicyKey(string Name, string Description, bool OrganisationOnly = false);

/// <summary>The keys of one mapping of governance.yml.</summary>
internal sealed record PolicyKeySet(ImmutableArray<PolicyKey> Keys)
{
    public PolicyKey? Find(string name) => Keys.FirstOrDefault(key => key.Name == name);
}

/// <summary>All keys of governance.yml, in the order worth writing: the reader and the schema both go by this list.</summary>
internal static class PolicyKeys
{
    public static PolicyKeySet Root { get; } =
        Set(
            new(
                "ruleset",
                "The ruleset that verdicts are pinned to. Rules that came later run in observe mode until this moves."
            ),
            new("kind", "What the repository is for, which decides what rules apply to it."),
            new("forge", "The service that hosts the repository, where its remote does not tell or tells wrongly."),
            new("mode", "What findings do to people, for all rules that nothing more precise is said of."),
            new("environments", "How environments are recognised."),
            new("layout", "The names of the mandated folders."),
            new("dialects", "Kinds of YAML files of your own, which GOV0430 holds the files named against."),
            new("rules", "Severity, mode and options of single rules, by id or name."),
            new("exceptions", "Findings that are known, explained, and accepted until a date."),
            new(
                "waves",
                "The roll-out: modes by repository and date. The first wave that matches and has begun counts.",
                true
            ),
            new(
                "locked",
                "What a repository may not weaken: ids and names of rules, areas, and the keys kind, forge, mode, ruleset, layout and environments.",
                true
            ),
            new("never", "Ids and names of rules, and areas, whose findings no baseline may hold.", true),
            new("exceptionPolicy", "What is demanded of the repositories' exceptions.", true)
        );

    public static PolicyKeySet Environments { get; } =
        Set(
            new PolicyKey(
                "production",
                "How production is told from everything else. Each list given replaces the built-in one."
            )
        );

    public static PolicyKeySet Production { get; } =
        Set(
            new("names", "Names of environments, and words in names of resources."),
            new("branches", "Full names of branches that deploy to production."),
            new("files", "Globs of files that describe production."),
            new("serviceConnections", "Service connections that reach production.")
        );

    public static PolicyKeySet Layout { get; } =
        Set(
            new(
                "folders",
                "The accepted names of each mandated folder; the first is the one to create. An empty list drops the folder."
            ),
            new("notebooks", "What is special about the notebooks folder.")
        );

    public static PolicyKeySet Folders { get; } =
        Set(
            new("cloud", "Cloud-specific code and artifacts."),
            new("delivery", "Azure DevOps or GitHub artifacts: pipelines and code owners."),
            new("code", "Python packages and scripts of the steps."),
            new("docs", "Markdown files and images that describe the project."),
            new("pipelines", "Azure ML pipeline definitions."),
            new("tests", "Unit and integration tests."),
            new("notebooks", "Jupyter notebooks, in a folder for each user.")
        );

    public static PolicyKeySet Notebooks { get; } =
        Set(new PolicyKey("shared", "Folders of the notebooks folder that belong to nobody."));

    public static PolicyKeySet Rule { get; } =
        Set(
            new("severity", "How bad a finding is; off removes the rule."),
            new("mode", "What a finding does to people.")
        );

    public static PolicyKeySet Exception { get; } =
        Set(
            new("rule", "The rule's id or name, or one member of its family (GOV0301/azure-storage-key)."),
            new("paths", "Globs of the paths it covers; without it, the whole repository."),
            new("reason", "Why the findings are accepted."),
            new("approver", "Who agreed."),
            new("ticket", "Where it was agreed."),
            new("expires", "The last day it holds, in UTC."),
            new("repositories", "Globs of the names of the repositories it holds in; without it, all.", true)
        );

    public static PolicyKeySet Dialect { get; } =
        Set(
            new(
                "dialect",
                "The path of the file that describes it, from the root of the repository; or the description itself."
            ),
            new("paths", "Globs of the files it counts for. Where several dialects name a file, the first counts.")
        );

    public static PolicyKeySet Wave { get; } =
        Set(
            new("match", "The repositories of the wave; without it, all."),
            new("from", "The first day of the wave, in UTC; without it, always."),
            new("mode", "The mode of all rules."),
            new("areas", "The mode of all rules of an area.")
        );

    public static PolicyKeySet Match { get; } =
        Set(
            new("names", "Globs of repository names."),
            new("topics", "Topics of the repository on its forge. With names, both have to match.")
        );

    public static PolicyKeySet ExceptionPolicy { get; } =
        Set(
            new(
                "require",
                "What each exception has to name besides its reason. Without 'inline: allow' this also forbids comments, which cannot name it."
            ),
            new("maxDays", "How many days from today an exception may hold at most."),
            new("inline", "Whether comments in files may except findings. Never those of locked rules.")
        );

    private static PolicyKeySet Set(params PolicyKey[] keys) => new(ImmutableArray.Create(keys));
}
