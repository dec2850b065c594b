using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy.Reading;
using Governance.Engine.Rules;

namespace Governance.Engine.Policy.Layering;

/// <summary>
/// The settings of each rule. Within a layer the more precise setting wins (a rule's own, the wave's area, the wave,
/// the whole); the repository's layer wins over the organisation's, except that it can only raise what is locked.
/// </summary>
internal sealed class RuleComposer(
    PolicyLayer organisation,
    Wave? wave,
    PolicyLayer repository,
    PolicyReading repositoryReading
)
{
    private readonly Dictionary<string, RuleEntry> _organisations = ById(organisation);
    private readonly Dictionary<string, RuleEntry> _repositorys = ById(repository);
    private bool _isModeReported;

    /// <summary>The ruleset of locked rules.</summary>
    public required int OrganisationRuleset { get; init; }

    /// <summary>The ruleset of all others.</summary>
    public required int Ruleset { get; init; }

    public RuleSettings Compose(RuleDescriptor rule)
    {
        var demanded = Find(_organisations, rule);
        var own = Find(_repositorys, rule);
        var isLocked = organisation.Locked.RuleIds.Contains(rule.Id);
        return new RuleSettings(
            SeverityOf(rule, demanded, own, isLocked),
            ModeOf(rule, demanded, own, isLocked),
            OptionsOf(rule, demanded, own, isLocked),
            isLocked,
            organisation.Never.RuleIds.Contains(rule.Id)
        );
    }

    private Severity SeverityOf(RuleDescriptor rule, RuleEntry? demanded, RuleEntry? own, bool isLocked)
    {
        var severity = demanded?.Severity?.Value ?? rule.Severity;
        if (own?.Severity is not { } wanted)
        {
            return severity;
        }

        if (isLocked && wanted.Value < severity)
        {
            ReportLocked(wanted.Span, rule, $"its severity stays '{SettingWords.Of(severity)}'");
            return severity;
        }

        return wanted.Value;
    }

    private Mode ModeOf(RuleDescriptor rule, RuleEntry? demanded, RuleEntry? own, bool isLocked)
    {
        var whole = wave?.Mode ?? organisation.Mode?.Value ?? Mode.Block;
        var general = wave is not null && wave.Areas.TryGetValue(rule.Area, out var area) ? area : whole;
        var mode = demanded?.Mode?.Value ?? general;
        if (isLocked)
        {
            mode = demanded?.Mode is null ? Pinned(rule, mode, OrganisationRuleset) : mode;
            if (own?.Mode is { } wanted && wanted.Value < mode)
            {
                ReportLocked(wanted.Span, rule, $"its mode stays '{SettingWords.Of(mode)}'");
            }

            return Max(mode, own?.Mode?.Value ?? repository.Mode?.Value ?? mode);
        }

        if (own?.Mode is { } exact)
        {
            return exact.Value;
        }

        if (repository.Mode is not { } wide)
        {
            return demanded?.Mode is null ? Pinned(rule, mode, Ruleset) : mode;
        }

        if (!organisation.Locked.Keys.Contains("mode"))
        {
            return Pinned(rule, wide.Value, Ruleset);
        }

        ReportLockedMode(wide, whole);
        mode = Max(mode, wide.Value);
        return demanded?.Mode is null ? Pinned(rule, mode, Ruleset) : mode;
    }

    private RuleOptions OptionsOf(RuleDescriptor rule, RuleEntry? demanded, RuleEntry? own, bool isLocked)
    {
        var options = With(rule.Options, demanded);
        if (own is null || !isLocked)
        {
            return With(options, own);
        }

        foreach (var option in own.Options.Where(option => !option.Value.Equals(options.Find(option.Name))))
        {
            ReportLocked(option.Span, rule, $"its option '{option.Name}' stays {options.Find(option.Name)}");
        }

        return options;
    }

    private static RuleOptions With(RuleOptions options, RuleEntry? entry) =>
        entry is null || entry.Options.IsEmpty
            ? options
            : options.With(entry.Options.Select(static option => new RuleOption(option.Name, option.Value)));

    /// <summary>A rule that the pinned ruleset does not have yet is only observed, so that an upgrade changes no verdict.</summary>
    private static Mode Pinned(RuleDescriptor rule, Mode mode, int ruleset) =>
        rule.Since > ruleset && mode > Mode.Observe ? Mode.Observe : mode;

    private void ReportLocked(Syntax.SourceSpan span, RuleDescriptor rule, string stands) =>
        repositoryReading.Report(
            span,
            $"The organisation locks {rule.Id}: {stands}",
            "Remove the setting, or ask the owners of the organisation's policy"
        );

    private void ReportLockedMode(Located<Mode> wanted, Mode whole)
    {
        if (_isModeReported || wanted.Value >= whole)
        {
            return;
        }

        _isModeReported = true;
        repositoryReading.Report(
            wanted.Span,
            $"The organisation locks 'mode': it stays '{SettingWords.Of(whole)}'",
            "Remove the setting, or ask the owners of the organisation's policy"
        );
    }

    private static Mode Max(Mode a, Mode b) => a > b ? a : b;

    private static RuleEntry? Find(Dictionary<string, RuleEntry> entries, RuleDescriptor rule) =>
        entries.TryGetValue(rule.Id, out var entry) ? entry : null;

    private static Dictionary<string, RuleEntry> ById(PolicyLayer layer) =>
        layer.Rules.ToDictionary(static entry => entry.Rule.Id, StringComparer.Ordinal);
}
