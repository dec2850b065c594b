using System;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Tests.Policy;

/// <summary>What begins when: waves and the pinned ruleset.</summary>
public sealed class PolicyRollOutTests
{
    private static readonly RepositoryOrigin Pilot = new() { Name = "ml-churn", Topics = ["Pilot"] };

    [Theory]
    [InlineData("2026-12-31", Mode.Observe, Mode.Observe)]
    [InlineData("2027-01-01", Mode.Warn, Mode.Block)]
    [InlineData("2027-03-01", Mode.Warn, Mode.Block)]
    public void Waves_begin_on_their_day(string today, Mode layout, Mode credentials)
    {
        var policy = PolicyTexts.Policy(
            organisation: """
            mode: observe
            waves:
              - { match: { names: ["svc-*"] }, mode: off }
              - { match: { names: ["ml-*"], topics: [pilot] }, mode: warn, areas: { credentials: block }, from: 2027-01-01 }
              - { match: { names: ["ml-*"] }, mode: block, from: 2027-02-01 }
            """,
            origin: Pilot,
            today: DateTime.Parse(today, null)
        );
        Assert.Equal((layout, credentials), (policy.Rules["GOV0101"].Mode, policy.Rules["GOV0301"].Mode));
    }

    [Fact]
    public void A_wave_matches_only_what_is_known()
    {
        const string Organisation = "mode: observe\nwaves: [{ match: { topics: [pilot] }, mode: block }]";
        Assert.Equal(Mode.Observe, PolicyTexts.Policy(organisation: Organisation).Rules["GOV0101"].Mode);
        Assert.Equal(Mode.Block, PolicyTexts.Policy(organisation: Organisation, origin: Pilot).Rules["GOV0101"].Mode);
    }

    [Fact]
    public void A_wave_with_a_mistake_does_not_begin()
    {
        var result = PolicyTexts.Load(organisation: "waves: [{ mode: off, from: soon }]", origin: Pilot);
        Assert.Single(result.Problems);
        Assert.Equal(Mode.Block, result.Policy.Rules["GOV0101"].Mode);
    }

    [Fact]
    public void A_rules_own_mode_goes_over_its_wave()
    {
        var policy = PolicyTexts.Policy(
            organisation: "waves: [{ areas: { layout: warn } }]\nrules: { GOV0101: { mode: observe } }",
            origin: Pilot
        );
        Assert.Equal((Mode.Observe, Mode.Warn), (policy.Rules["GOV0101"].Mode, policy.Rules["GOV0102"].Mode));
    }

    [Theory]
    [InlineData("ruleset: 1", null, Mode.Observe)]
    [InlineData(null, "ruleset: 1", Mode.Observe)]
    [InlineData("ruleset: 2", "ruleset: 1", Mode.Block)]
    [InlineData("ruleset: 1\nmode: warn", null, Mode.Observe)]
    [InlineData("ruleset: 1\nmode: off", null, Mode.Off)]
    [InlineData("ruleset: 1\nrules: { GOV0210: { mode: block } }", null, Mode.Block)]
    [InlineData("ruleset: 1", "locked: [GOV0210]", Mode.Block)]
    [InlineData(null, null, Mode.Block)]
    public void Rules_that_the_pin_does_not_know_are_observed(string? repository, string? organisation, Mode mode)
    {
        var policy = PolicyTexts.Policy(repository, organisation);
        Assert.Equal(mode, policy.Rules["GOV0210"].Mode);
    }
}
