using System;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Policy;

public sealed class PolicyLayerTests
{
    private static readonly RepositoryOrigin Pilot = new() { Name = "ml-churn", Topics = ["Pilot"] };

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("rules:\nexceptions:\nmode:\n")]
    public void Nothing_said_is_the_built_in_profile(string? text)
    {
        var policy = PolicyTexts.Policy(text);
        Assert.All(policy.Rules.Values, static rule => Assert.Equal(Mode.Block, rule.Mode));
        Assert.Equal(Severity.Note, policy.Rules["GOV0102"].Severity);
        Assert.Same(LayoutSettings.Default, policy.Layout);
        Assert.Same(ProductionSettings.Default, policy.Production);
        Assert.Equal((RepositoryKind.Project, Forge.Unknown, 2), (policy.Kind, policy.Forge, policy.Ruleset));
        Assert.True(policy.InlineExceptionsAllowed);
    }

    [Fact]
    public void Every_key_is_read()
    {
        var policy = PolicyTexts.Policy(
            """
            ruleset: "1"
            kind: template
            mode: off
            environments:
              production: { names: [prod], branches: [refs/heads/main], files: ["**/prod.yml"], serviceConnections: [sc] }
            layout:
              folders: { cloud: [.aws, infra], tests: [] }
              notebooks: { shared: [common] }
            rules:
              notebook-output: { severity: error, mode: observe }
              gov0102: { allow: [a, b], depth: 3, pattern: 7, strict: true }
            exceptions:
              - { rule: secret/azure-key, paths: ["tests/**"], reason: generated, approver: ana, ticket: T-1, expires: 2027-01-31 }
            """
        );
        Assert.Equal((1, RepositoryKind.Template), (policy.Ruleset, policy.Kind));
        Assert.Equal(Mode.Off, policy.Rules["GOV0101"].Mode);
        Assert.False(policy.Rules["GOV0101"].IsOn);
        Assert.Equal("refs/heads/main", Assert.Single(policy.Production.Branches));
        Assert.Equal("**/prod.yml", Assert.Single(policy.Production.Files));
        Assert.Equal("sc", Assert.Single(policy.Production.ServiceConnections));
        Assert.Equal("prod", Assert.Single(policy.Production.Names));
        Assert.Equal(".aws infra", string.Join(' ', policy.Layout.NamesOf("cloud")));
        Assert.DoesNotContain(policy.Layout.Folders, static folder => folder.Role == "tests");
        Assert.Equal("docs", Assert.Single(policy.Layout.NamesOf("docs")));
        Assert.Equal("common", Assert.Single(policy.Layout.SharedNotebookFolders));
        Assert.Equal((Severity.Error, Mode.Observe), (policy.Rules["GOV0203"].Severity, policy.Rules["GOV0203"].Mode));
        Assert.Equal("allow: [a, b]; depth: 3; pattern: 7; strict: true", policy.Rules["GOV0102"].Options.ToString());
        var exception = Assert.Single(policy.Exceptions);
        Assert.Equal(("GOV0301/azure-key", "GOV0301"), (exception.RuleId, exception.BaseRuleId));
        Assert.Equal(("generated", "ana", "T-1"), (exception.Reason, exception.Approver, exception.Ticket));
        Assert.Equal(new DateTime(2027, 1, 31), exception.Expires);
        Assert.Equal(13, exception.Location.Span!.Value.StartLine);
    }

    [Fact]
    public void The_repository_goes_over_the_organisation()
    {
        var policy = PolicyTexts.Policy(
            repository: "mode: warn\nrules: { GOV0102: { depth: 5 } }\nlayout: { folders: { tests: [checks] } }",
            organisation: """
            mode: observe
            kind: library
            layout: { folders: { tests: [], docs: [manual] } }
            rules: { GOV0203: { severity: error, mode: block }, GOV0102: { depth: 3, allow: [x] } }
            """
        );
        Assert.Equal(RepositoryKind.Library, policy.Kind);
        Assert.Equal(Mode.Warn, policy.Rules["GOV0203"].Mode);
        Assert.Equal(Severity.Error, policy.Rules["GOV0203"].Severity);
        Assert.Equal("allow: [x]; depth: 5; pattern: *; strict: false", policy.Rules["GOV0102"].Options.ToString());
        Assert.Equal("checks", Assert.Single(policy.Layout.NamesOf("tests")));
        Assert.Equal("manual", Assert.Single(policy.Layout.NamesOf("docs")));
    }

    [Theory]
    [InlineData("rules: { GOV0301: { severity: note } }", 1, 31, "its severity stays 'error'")]
    [InlineData("rules: { GOV0301: { severity: off } }", 1, 31, "its severity stays 'error'")]
    [InlineData("rules: { secret: { mode: observe } }", 1, 26, "its mode stays 'block'")]
    [InlineData("rules: { GOV0102: { depth: 9 } }", 1, 21, "its option 'depth' stays 1")]
    [InlineData("exceptions: [{ rule: GOV0301/x, reason: r, expires: 2027-01-31 }]", 1, 22, "cannot be excepted here")]
    public void What_is_locked_stands(string repository, int line, int column, string message)
    {
        const string Organisation = "locked: [credentials, GOV0102]";
        var problem = PolicyTexts.OnlyProblem(repository, Organisation);
        Assert.Equal(PolicyLayerKind.Repository, problem.Layer);
        Assert.StartsWith("The organisation locks GOV0", problem.Message, StringComparison.Ordinal);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Location.Span!.Value.StartLine, problem.Location.Span.Value.StartColumn));
        var policy = PolicyTexts.Load(repository, Organisation).Policy;
        Assert.Equal(
            new RuleSettings(Severity.Error, Mode.Block, Engine.Rules.RuleOptions.None, true, false),
            policy.Rules["GOV0301"]
        );
        Assert.Equal(1, policy.Rules["GOV0102"].Options.Number("depth"));
        Assert.Empty(policy.Exceptions);
    }

    [Fact]
    public void What_is_locked_may_be_raised_or_repeated()
    {
        var policy = PolicyTexts.Policy(
            "rules: { GOV0203: { severity: error, mode: block }, GOV0102: { depth: 1 } }",
            "mode: observe\nlocked: [GOV0203, GOV0102]"
        );
        Assert.Equal((Severity.Error, Mode.Block), (policy.Rules["GOV0203"].Severity, policy.Rules["GOV0203"].Mode));
        Assert.Equal(Mode.Observe, policy.Rules["GOV0101"].Mode);
    }

    [Fact]
    public void A_mode_for_all_leaves_locked_rules_alone()
    {
        var policy = PolicyTexts.Policy("mode: off", "locked: [GOV0301]");
        Assert.Equal(Mode.Block, policy.Rules["GOV0301"].Mode);
        Assert.Equal(Mode.Off, policy.Rules["GOV0101"].Mode);
    }

    [Theory]
    [InlineData("kind: library", "kind")]
    [InlineData("forge: github", "forge")]
    [InlineData("mode: observe", "mode")]
    [InlineData("ruleset: 1", "ruleset")]
    [InlineData("layout: { folders: { docs: [doc] } }", "layout")]
    [InlineData("environments: { production: { names: [x] } }", "environments")]
    public void Keys_can_be_locked(string repository, string key)
    {
        var problem = PolicyTexts.OnlyProblem(repository, $"locked: [{key}]");
        Assert.StartsWith($"The organisation locks '{key}'", problem.Message, StringComparison.Ordinal);
        var policy = PolicyTexts.Load(repository, $"locked: [{key}]").Policy;
        Assert.Equal((RepositoryKind.Project, 2), (policy.Kind, policy.Ruleset));
        Assert.Equal(Mode.Block, policy.Rules["GOV0101"].Mode);
        Assert.Same(LayoutSettings.Default, policy.Layout);
        Assert.Same(ProductionSettings.Default, policy.Production);
    }

    [Fact]
    public void The_repository_names_its_forge_where_the_organisation_leaves_it_open()
    {
        Assert.Equal(Forge.Unknown, PolicyTexts.Policy().Forge);
        Assert.Equal(Forge.AzureDevOps, PolicyTexts.Policy("forge: azure-devops", "forge: github").Forge);
        Assert.Equal(Forge.GitHub, PolicyTexts.Policy(organisation: "forge: github").Forge);
        var locked = PolicyTexts.OnlyProblem("forge: azure-devops", "forge: github\nlocked: [forge]");
        Assert.Equal("Remove it: the forge is github", locked.Remedy);
    }

    [Fact]
    public void The_kind_decides_what_applies()
    {
        var rule = PolicyTexts.Rules.Find("GOV0101")!;
        Assert.True(PolicyTexts.Policy("kind: template").Applies(rule));
        Assert.False(PolicyTexts.Policy("kind: library").Applies(rule));
    }

    [Theory]
    [InlineData("require: [approver]", "requires an approver", "Add 'approver: name'")]
    [InlineData("require: [ticket]", "requires a ticket", "Add 'ticket: number or link'")]
    [InlineData("maxDays: 69", "longer than the 69 days", "Let it expire on 2027-01-30 at the latest")]
    public void Exceptions_that_fall_short_are_refused(string demand, string message, string remedy)
    {
        const string Repository = "exceptions: [{ rule: GOV0101, reason: r, expires: 2027-01-31 }]";
        var problem = PolicyTexts.OnlyProblem(Repository, $"exceptionPolicy: {{ {demand} }}");
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(remedy, problem.Remedy);
        Assert.Empty(PolicyTexts.Load(Repository, $"exceptionPolicy: {{ {demand} }}").Policy.Exceptions);
    }

    [Theory]
    [InlineData("maxDays: 70", true)]
    [InlineData("maxDays: 2147483647", true)]
    [InlineData("inline: forbid", false)]
    [InlineData("require: [approver]", false)]
    [InlineData("require: [approver], inline: allow", true)]
    public void Demands_that_are_met_are_silent(string demand, bool isInlineAllowed)
    {
        var policy = PolicyTexts.Policy(
            "exceptions: [{ rule: GOV0101, reason: r, approver: a, expires: 2027-01-31 }]",
            $"exceptionPolicy: {{ {demand} }}"
        );
        Assert.Single(policy.Exceptions);
        Assert.Equal(isInlineAllowed, policy.InlineExceptionsAllowed);
    }

    [Fact]
    public void The_organisation_may_except_what_it_locks_and_only_where_it_says()
    {
        const string Organisation = """
            locked: [GOV0301]
            exceptions: [{ rule: GOV0301, repositories: ["ml-*"], reason: r, expires: 2027-01-31 }]
            """;
        Assert.True(Assert.Single(PolicyTexts.Policy(null, Organisation, Pilot).Exceptions).IsOrganisations);
        Assert.Empty(PolicyTexts.Policy(null, Organisation, new RepositoryOrigin { Name = "web" }).Exceptions);
        Assert.Empty(PolicyTexts.Policy(null, Organisation).Exceptions);
    }

    [Fact]
    public void Problems_of_a_document_stand_in_the_order_of_its_text()
    {
        var lines = PolicyTexts
            .Load("rules: { GOV0301: { mode: off } }\nzzz: 1\nkind: x", "locked: [GOV0301]\nnever: 1")
            .Problems.Select(static problem => (problem.Layer, problem.Location.Span!.Value.StartLine));
        Assert.Equal(
            [
                (PolicyLayerKind.Organisation, 2),
                (PolicyLayerKind.Repository, 1),
                (PolicyLayerKind.Repository, 2),
                (PolicyLayerKind.Repository, 3),
            ],
            lines
        );
    }
}
