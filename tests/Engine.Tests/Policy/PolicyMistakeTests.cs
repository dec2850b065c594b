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
        "Take one of: ruleset, kind, forge, mode, environments, layout, dialects, rules, exceptions"
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
    // Dialects
    [InlineData("dialects: a.yml", 1, 11, "'dialects' is the text 'a.yml', where a list is expected", "{ dialect: ...")]
    [InlineData("dialects: [a.yml]", 1, 12, "A dialect is the text 'a.yml', where a mapping is expected", "")]
    [InlineData("dialects: [{ dialect: a.yml }]", 1, 12, "A dialect has no 'paths'", "{ dialect: PATH")]
    [InlineData("dialects: [{ paths: [a.yml] }]", 1, 12, "A dialect has no 'dialect'", "")]
    [InlineData("dialects: [{ dialect: a.yml, paths: ['!a'] }]", 1, 38, "The pattern '!a'", "")]
    [InlineData(
        "dialects: [{ dialect: ../a.yml, paths: [a] }]",
        1,
        23,
        "'../a.yml' is no path of the repository",
        "'..'"
    )]
    [InlineData("dialects: [{ dialect: [a], paths: [a] }]", 1, 23, "'dialect' is a list, where a text is expected", "")]
    [InlineData("dialects: [{ dialect: a, path: [a], paths: [a] }]", 1, 26, "'path' is no key of A dialect", "'paths'")]
    [InlineData(
        "dialects: [{ paths: [a], dialect: { root: a, types: { a: { scalr: text } } } }]",
        1,
        60,
        "A type has no such key",
        "Mend the dialect"
    )]
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
    public void Is_reported_where_it_is(
        string text,
        int line,
        int column,
        string message,
        string remedy,
        int count = 1
    ) => PolicyTexts.AssertProblem(text, line, column, message, remedy, count);

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
