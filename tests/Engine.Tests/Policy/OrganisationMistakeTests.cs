using Governance.Engine.Policy;

namespace Governance.Engine.Tests.Policy;

/// <summary>Mistakes in what only the organisation's policy may say.</summary>
public sealed class OrganisationMistakeTests
{
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
    public void Is_reported_where_it_is(string text, int line, int column, string message, string remedy) =>
        PolicyTexts.AssertProblem(text, line, column, message, remedy, layer: PolicyLayerKind.Organisation);
}
