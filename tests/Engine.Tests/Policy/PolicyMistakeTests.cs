using System;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Tests.Policy;

/// <summary>Every kind of mistake, with its place, its message and what the tool proposes.</summary>
public sealed class PolicyMistakeTests
{
    [Theory]
    // The root
    [InlineData("mod: block", 1, 1, "'mod' is no key of the policy", "Did you mean 'mode'?")]
    [InlineData(
        "zzz: 1",
        1,
        1,
        "'zzz' is no key of the policy",
        "Take one of: ruleset, kind, forge, mode, environments, layout, rules, exceptions"
    )]
    [InlineData("[a, b]", 1, 1, "the policy is a list, where a mapping is expected", "")]
    [InlineData("just words", 1, 1, "the policy is the text 'just words'", "")]
    [InlineData(
        "mode: warn\nkind: project\nmode: block",
        3,
        1,
        "'mode' is given twice; the one on line 1 counts",
        "Remove one"
    )]
    [InlineData("[1, 2]: x", 1, 1, "A key of the policy is no text", "")]
    [InlineData("a: &a {}\n<<: *a", 2, 1, "Merge keys", "Write the keys out", 2)]
    [InlineData("mode: warn\n---\nmode: block", 3, 1, "A second YAML document begins here", "'---'")]
    [InlineData("kind: *nothing", 1, 7, "The alias stands for no anchor before it", "'&name'")]
    [InlineData("waves: []", 1, 1, "'waves' is for the organisation's policy only", "--policy")]
    // Words
    [InlineData(
        "mode: blok",
        1,
        7,
        "'mode' is 'blok', where one of off, observe, warn, block is expected",
        "Did you mean 'block'?"
    )]
    [InlineData("mode: [block]", 1, 7, "'mode' is a list, where a text is expected", "")]
    [InlineData("mode: ''", 1, 7, "'mode' is empty", "")]
    [InlineData("forge: azuredevops", 1, 8, "'forge' is 'azuredevops'", "Did you mean 'azure-devops'?")]
    [InlineData("kind: Template", 1, 7, "'kind' is 'Template'", "Did you mean 'template'?")]
    [InlineData("kind: [library]", 1, 7, "'kind' is a list", "")]
    // The ruleset
    [InlineData("ruleset: newest", 1, 10, "'ruleset' is 'newest', where a whole number from 1", "such as 1")]
    [InlineData("ruleset: 0", 1, 10, "'ruleset' is '0'", "")]
    [InlineData("ruleset: 3", 1, 10, "The ruleset 3 is newer than this version of the tool, which knows 2", "Upgrade")]
    // Environments
    [InlineData(
        "environments: { prod: {} }",
        1,
        17,
        "'prod' is no key of 'environments'",
        "Did you mean 'production'?"
    )]
    [InlineData(
        "environments: { production: { branches: [main] } }",
        1,
        42,
        "The branch 'main' is not named in full",
        "'refs/heads/main'"
    )]
    [InlineData(
        "environments: { production: { names: prod } }",
        1,
        38,
        "'names' is the text 'prod', where a list",
        "Write [prod]"
    )]
    [InlineData(
        "environments: { production: { files: ['[x'] } }",
        1,
        39,
        "The pattern '[x' has a '[' without its ']'",
        ".gitignore"
    )]
    [InlineData(
        "environments: { production: { service-connections: [a] } }",
        1,
        31,
        "'service-connections' is no key",
        "Did you mean 'serviceConnections'?"
    )]
    [InlineData("environments: production", 1, 15, "'environments' is the text 'production'", "")]
    // The layout
    [InlineData(
        "layout: { folders: { notebook: [nb] } }",
        1,
        22,
        "'notebook' is no key of 'folders'",
        "Did you mean 'notebooks'?"
    )]
    [InlineData("layout: { folders: { code: [src/app] } }", 1, 29, "'src/app' is no name of one folder", "without '/'")]
    [InlineData("layout: { folders: { code: ['*'] } }", 1, 29, "'*' is no name of one folder", "")]
    [InlineData(
        "layout: { folders: { code: [x], docs: [x] } }",
        1,
        40,
        "The folder 'x' is named for 'code' already",
        ""
    )]
    [InlineData(
        "layout: { notebooks: { shared: yes } }",
        1,
        32,
        "'shared' is the text 'yes', where a list",
        "Write [yes]"
    )]
    [InlineData("layout: { folders: { docs: [{ a: b }] } }", 1, 29, "An item of 'docs' is a mapping, where a text", "")]
    // Rules
    [InlineData("rules: { GOV0130: { mode: off } }", 1, 10, "There is no rule 'GOV0130'", "Did you mean 'GOV0203'?", 0)]
    [InlineData("rules: { GOV0110: { mode: off } }", 1, 10, "There is no rule 'GOV0110'", "Did you mean 'GOV0101'?")]
    [InlineData(
        "rules: { stored-outputs: { mode: off } }",
        1,
        10,
        "There is no rule 'stored-outputs'",
        "Did you mean 'stored-output'?"
    )]
    [InlineData("rules: { xyz: { mode: off } }", 1, 10, "There is no rule 'xyz'", "'policy rules'")]
    [InlineData(
        "rules: { GOV0301/azure: { mode: off } }",
        1,
        10,
        "'GOV0301/azure' is one member of GOV0301",
        "Write 'GOV0301'"
    )]
    [InlineData(
        "rules:\n  GOV0203: { mode: off }\n  stored-output: { mode: warn }",
        3,
        3,
        "'stored-output' is GOV0203, which line 2 sets already",
        ""
    )]
    [InlineData("rules: { GOV0203: off }", 1, 19, "GOV0203 is the text 'off', where a mapping is expected", "")]
    [InlineData("rules: { GOV0203: { severity: warn } }", 1, 31, "'severity' is 'warn'", "Did you mean 'warning'?")]
    [InlineData(
        "rules: { GOV0203: { serverity: error } }",
        1,
        21,
        "GOV0203 has no option 'serverity'",
        "Did you mean 'severity'?"
    )]
    [InlineData("rules: { GOV0102: { alow: [x] } }", 1, 21, "GOV0102 has no option 'alow'", "Did you mean 'allow'?")]
    [InlineData(
        "rules: { GOV0102: { allow: infra } }",
        1,
        28,
        "'allow' is the text 'infra', where a list is expected",
        "Write [infra]"
    )]
    [InlineData(
        "rules: { GOV0102: { allow: ['[x'] } }",
        1,
        29,
        "The pattern '[x' has a '[' without its ']'",
        ".gitignore"
    )]
    [InlineData(
        "rules: { GOV0102: { depth: deep } }",
        1,
        28,
        "'depth' is the text 'deep', where a whole number is expected",
        "such as 1"
    )]
    [InlineData(
        "rules: { GOV0102: { depth: '2' } }",
        1,
        28,
        "'depth' is the text '2', where a whole number",
        "such as 1"
    )]
    [InlineData(
        "rules: { GOV0102: { strict: yes } }",
        1,
        29,
        "'strict' is the text 'yes', where true or false",
        "such as false"
    )]
    [InlineData("rules: { GOV0102: { pattern: [x] } }", 1, 30, "'pattern' is a list, where a text", "")]
    // Exceptions
    [InlineData("exceptions: 5", 1, 13, "'exceptions' is the text '5', where a list is expected", "'- { rule:")]
    [InlineData("exceptions: [5]", 1, 14, "An exception is the text '5', where a mapping", "")]
    [InlineData(
        "exceptions: [{ rule: GOV0101, reason: r }]",
        1,
        16,
        "The exception has no 'expires'",
        "Add 'expires: 2027-01-31'"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, expires: 2027-01-31 }]",
        1,
        16,
        "The exception has no 'reason'",
        "Add 'reason:"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, reason: r, expires: 2027-02-30 }]",
        1,
        51,
        "'expires' is '2027-02-30', which is no day",
        "as in 2027-01-31"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, reason: r, expires: 31.01.2027 }]",
        1,
        51,
        "'expires' is '31.01.2027'",
        ""
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, reason: r, expires: 2027-1-31 }]",
        1,
        51,
        "'expires' is '2027-1-31'",
        ""
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0999, reason: r, expires: 2027-01-31 }]",
        1,
        22,
        "There is no rule 'GOV0999'",
        ""
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0004, reason: r, expires: 2027-01-31 }]",
        1,
        22,
        "Findings of GOV0004 are about the policy",
        ""
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, paths: ['!a'], reason: r, expires: 2027-01-31 }]",
        1,
        39,
        "The pattern '!a' begins with '!'",
        "without '!'"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, paths: [], reason: r, expires: 2027-01-31 }]",
        1,
        38,
        "'paths' is empty, so that nothing is excepted",
        "Remove the key"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, paths: 'a', reason: r, expires: 2027-01-31 }]",
        1,
        38,
        "'paths' is the text 'a', where a list",
        "Write [a]"
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, repositories: [a], reason: r, expires: 2027-01-31 }]",
        1,
        31,
        "'repositories' is for the organisation's policy only",
        ""
    )]
    [InlineData(
        "exceptions: [{ rule: GOV0101, expiry: 2027-01-31, reason: r, expires: 2027-01-31 }]",
        1,
        31,
        "'expiry' is no key of An exception",
        "Did you mean 'expires'?"
    )]
    public void Is_reported_where_it_is(string text, int line, int column, string message, string remedy, int count = 1)
    {
        var problems = PolicyTexts.Load(text).Problems;
        var problem = problems.FirstOrDefault(problem => problem.Message.Contains(message, StringComparison.Ordinal));
        Assert.True(problem is not null, string.Join("\n", problems.Select(PolicyTexts.Show)));
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

        Assert.Equal(PolicyLayerKind.Repository, problem.Layer);
        Assert.Equal("governance.yml", problem.Location.Path);
    }

    [Theory]
    [InlineData("waves: 1", 1, 8, "'waves' is the text '1', where a list", "")]
    [InlineData("waves: [{ from: soon }]", 1, 17, "'from' is 'soon'", "2027-01-31")]
    [InlineData("waves: [{ areas: { layouts: warn } }]", 1, 20, "There is no area 'layouts'", "Did you mean 'layout'?")]
    [InlineData("waves: [{ areas: { layout: wran } }]", 1, 28, "'layout' is 'wran'", "Did you mean 'warn'?")]
    [InlineData("waves: [{ match: { name: [a] } }]", 1, 20, "'name' is no key of 'match'", "Did you mean 'names'?")]
    [InlineData("waves: [{ match: { names: ['['] } }]", 1, 28, "The pattern '[' has", "")]
    [InlineData("waves: [{ match: ml }]", 1, 18, "'match' is the text 'ml'", "")]
    [InlineData("locked: GOV0301", 1, 9, "'locked' is the text 'GOV0301', where a list", "Write [GOV0301]")]
    [InlineData(
        "locked: [credential]",
        1,
        10,
        "'credential' in 'locked' is neither a rule nor an area",
        "Did you mean 'credentials'?"
    )]
    [InlineData("never: [kind]", 1, 9, "'kind' in 'never' is neither", "")]
    [InlineData(
        "exceptionPolicy: { require: [aprover] }",
        1,
        30,
        "'aprover' cannot be required",
        "Did you mean 'approver'?"
    )]
    [InlineData("exceptionPolicy: { maxDays: -1 }", 1, 29, "'maxDays' is '-1'", "")]
    [InlineData("exceptionPolicy: { inline: no }", 1, 28, "'inline' is 'no', where one of allow, forbid", "")]
    public void Of_the_organisation_is_reported_too(string text, int line, int column, string message, string remedy)
    {
        var problem = Assert.Single(PolicyTexts.Load(organisation: text).Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Contains(remedy, problem.Remedy, StringComparison.Ordinal);
        Assert.Equal((line, column), (problem.Location.Span!.Value.StartLine, problem.Location.Span.Value.StartColumn));
        Assert.Equal(PolicyLayerKind.Organisation, problem.Layer);
        Assert.Equal("organisation.yml", problem.Location.Path);
    }

    [Fact]
    public void Leaves_the_valid_rest_in_force()
    {
        var result = PolicyTexts.Load(
            """
            mode: warn
            knid: library
            rules:
              GOV0203: { severity: eror, mode: observe }
              GOV0102: { allow: [a], depht: 2 }
            exceptions:
              - { rule: GOV0101, reason: r, expires: never }
              - { rule: GOV0101, reason: r, expires: 2027-01-31 }
            """
        );
        Assert.Equal(4, result.Problems.Length);
        Assert.Equal(Mode.Warn, result.Policy.Rules["GOV0101"].Mode);
        Assert.Equal(
            (Severity.Warning, Mode.Observe),
            (result.Policy.Rules["GOV0203"].Severity, result.Policy.Rules["GOV0203"].Mode)
        );
        Assert.Equal("[a]", result.Policy.Rules["GOV0102"].Options.Find("allow")?.ToString());
        Assert.Equal(8, Assert.Single(result.Policy.Exceptions).Location.Span!.Value.StartLine);
    }

    [Fact]
    public void Becomes_a_finding_of_the_rule_for_it()
    {
        var finding = PolicyTexts.OnlyProblem("mod: block").ToFinding();
        Assert.Equal("GOV0003", finding.RuleId);
        Assert.Equal("Did you mean 'mode'?", finding.Remedy);
    }
}
