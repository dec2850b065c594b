namespace Governance.Engine.Tests.Policy;

/// <summary>Mistakes in the settings of rules and in exceptions.</summary>
public sealed class RuleMistakeTests
{
    [Theory]
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
    public void Is_reported_where_it_is(
        string text,
        int line,
        int column,
        string message,
        string remedy,
        int count = 1
    ) => PolicyTexts.AssertProblem(text, line, column, message, remedy, count);
}
