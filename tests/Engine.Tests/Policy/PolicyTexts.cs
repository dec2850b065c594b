using System;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Policy;

/// <summary>Loads policies against a small catalogue of its own, so that the tests stand while rules come and change.</summary>
internal static class PolicyTexts
{
    public static readonly DateTime Today = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);

    public static readonly KnownRules Rules = new(
        [
            Rule("GOV0001", "internal-error", "engine"),
            Rule("GOV0003", "invalid-policy", "engine"),
            Rule("GOV0004", "expired-exception", "engine", Severity.Warning),
            Rule("GOV0005", "needless-exception", "engine", Severity.Warning),
            Rule("GOV0006", "grown-baseline", "engine"),
            Rule("GOV0007", "expiring-exception", "engine", Severity.Warning),
            Rule("GOV0101", "missing-top-level-folder", "layout") with
            {
                Kinds = ["project", "template"],
            },
            Rule("GOV0102", "unexpected-top-level-entry", "layout", Severity.Note) with
            {
                Options = new RuleOptions([
                    new("allow", OptionValue.Of(ImmutableArray.Create("infra"))),
                    new("depth", OptionValue.Of(1L)),
                    new("pattern", OptionValue.Of("*")),
                    new("strict", OptionValue.Of(false)),
                ]),
            },
            Rule("GOV0203", "stored-output", "notebooks", Severity.Warning) with
            {
                Aliases = ["notebook-output"],
            },
            Rule("GOV0301", "secret", "credentials"),
            Rule("GOV0210", "later-rule", "notebooks") with
            {
                Since = 2,
            },
        ],
        ruleset: 2,
        static rule =>
            rule.Id == "GOV0102" ? "---\n# Title\n\n## Options\n- `allow`: globs of\n  entries.\n\n## Reported\n" : ""
    );

    public static PolicyLoadResult Load(
        string? repository = null,
        string? organisation = null,
        RepositoryOrigin? origin = null,
        DateTime? today = null
    ) =>
        PolicyLoader.Load(
            new PolicyInput
            {
                Repository = repository is null ? null : Document("governance.yml", repository),
                Organisation = organisation is null ? null : Document("organisation.yml", organisation),
                Origin = origin ?? RepositoryOrigin.None,
                Today = today ?? Today,
            },
            Rules
        );

    /// <summary>A policy that has to be free of problems.</summary>
    public static EffectivePolicy Policy(
        string? repository = null,
        string? organisation = null,
        RepositoryOrigin? origin = null,
        DateTime? today = null
    )
    {
        var result = Load(repository, organisation, origin, today);
        Assert.Empty(result.Problems.Select(Show));
        return result.Policy;
    }

    /// <summary>The only problem of a repository's policy.</summary>
    public static PolicyProblem OnlyProblem(string repository, string? organisation = null) =>
        Assert.Single(Load(repository, organisation).Problems);

    public static string Show(PolicyProblem problem) =>
        $"{problem.Location.Path}:{problem.Location.Span!.Value.StartLine}:{problem.Location.Span.Value.StartColumn} {problem.Message} | {problem.Remedy}";

    private static PolicyDocument Document(string path, string text) => new(path, new SourceText(text));

    private static RuleDescriptor Rule(string id, string name, string area, Severity severity = Severity.Error) =>
        new()
        {
            Id = id,
            Name = name,
            Title = name,
            Area = area,
            Severity = severity,
            Lifecycle = "stable",
            Statement = "none",
            Host = "both",
            Since = 1,
            Kinds = [],
            AppliesTo = [],
            Aliases = [],
            Options = RuleOptions.None,
        };

    /// <summary>
    /// A policy with this problem: so many in all, or, for no count, any number and a remedy that proposes nothing.
    /// </summary>
    public static void AssertProblem(
        string text,
        int line,
        int column,
        string message,
        string remedy,
        int count = 1,
        PolicyLayerKind layer = PolicyLayerKind.Repository
    )
    {
        var isOrganisation = layer == PolicyLayerKind.Organisation;
        var problems = (isOrganisation ? Load(organisation: text) : Load(text)).Problems;
        var problem = problems.FirstOrDefault(problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join("\n", problems.Select(Show)));
        Assert.Equal((line, column), (problem.Location.Span!.Value.StartLine, problem.Location.Span.Value.StartColumn));
        if (count > 0)
        {
            Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
            Assert.Equal(count, problems.Length);
        }
        else
        {
            Assert.DoesNotContain("Did you mean", problem.Remedy, StringComparison.Ordinal);
        }

        Assert.Equal(layer, problem.Layer);
        Assert.Equal(isOrganisation ? "organisation.yml" : "governance.yml", problem.Location.Path);
    }
}
