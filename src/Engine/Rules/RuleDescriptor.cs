using System.Collections.Immutable;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules;

/// <summary>What a rule's page says about it in its front matter. Generated from <c>rules/</c> at build time.</summary>
public sealed record RuleDescriptor
{
    /// <summary><c>GOV</c> and four digits. It never changes and is never used again.</summary>
    public required string Id { get; init; }

    /// <summary>The flaw, in kebab case.</summary>
    public required string Name { get; init; }

    /// <summary>The page's heading: the flaw as a sentence.</summary>
    public required string Title { get; init; }

    /// <summary>The area, which is also the folder of the page and the name for <c>--only</c>.</summary>
    public required string Area { get; init; }

    /// <summary>The severity where no policy says otherwise.</summary>
    public required Severity Severity { get; init; }

    /// <summary><c>preview</c>, <c>stable</c> or <c>retired</c>.</summary>
    public required string Lifecycle { get; init; }

    /// <summary>The statement of the guidance the rule enforces, or <c>none</c>.</summary>
    public required string Statement { get; init; }

    /// <summary>Which hosts run it: <c>engine</c>, <c>roslyn</c> or <c>both</c>.</summary>
    public required string Host { get; init; }

    /// <summary>The first ruleset that has it; older pins run it in observe mode only.</summary>
    public required int Since { get; init; }

    /// <summary>The kinds of repository it applies to; empty for all.</summary>
    public required ImmutableArray<string> Kinds { get; init; }

    /// <summary>Globs of the paths it is about; where none matches, the rule is not applicable. Empty for all.</summary>
    public required ImmutableArray<string> AppliesTo { get; init; }

    /// <summary>Earlier names or ids that policies may still use.</summary>
    public required ImmutableArray<string> Aliases { get; init; }

    /// <summary>The options with their defaults; a value given in a policy must be of its default's type.</summary>
    public required RuleOptions Options { get; init; }

    /// <summary>Whether it is the compiler alone that finds the flaw, in a build with the analyzers, and not the engine.</summary>
    public bool IsOfCompiler => Host == "roslyn";

    /// <summary>The repository-relative path of the page, for help links.</summary>
    public string PagePath => $"rules/{Area}/{Id}-{Name}.md";
}
