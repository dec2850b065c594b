using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Analysis;

/// <summary>
/// The paths that rules about single files leave alone, by their options <c>allow</c> (globs) and <c>also-in</c> (roles of
/// folders, at any depth). A file check never sees its path, so that the map step's results hold wherever the content lies.
/// It is for one thread.
/// </summary>
public sealed class SparedPaths
{
    private const string Allow = "allow";
    private const string AlsoIn = "also-in";

    private readonly EffectivePolicy _policy;
    private readonly HashSet<string> _rules;
    private readonly Dictionary<string, (GlobSet Allowed, GlobSet Roles)> _spared = new(StringComparer.Ordinal);

    /// <summary>Takes the options of the rules; they are read only where there is a finding to judge.</summary>
    /// <param name="policy">The policy.</param>
    /// <param name="ruleIds">The rules about single files.</param>
    public SparedPaths(EffectivePolicy policy, IEnumerable<string> ruleIds)
    {
        _policy = policy;
        _rules = new HashSet<string>(ruleIds, StringComparer.Ordinal);
    }

    /// <summary>Whether the rule of a file's finding leaves the file alone.</summary>
    public bool Spare(Finding finding) => Spare(finding.BaseRuleId, finding.RuleId, finding.Location.Path);

    /// <summary>Whether a rule leaves a file alone, whatever it finds there.</summary>
    public bool Spare(string rule, string path) => Spare(rule, rule, path);

    private bool Spare(string rule, string findingId, string path)
    {
        if (!_rules.Contains(rule))
        {
            return false;
        }

        if (!_spared.TryGetValue(rule, out var globs))
        {
            var options = _policy.Rules[rule].Options;
            var folders = ListOf(options, AlsoIn).SelectMany(role => _policy.Layout.NamesOf(role));
            globs = (
                GlobSet.Parse(ListOf(options, Allow)),
                GlobSet.Parse(folders.Select(static name => name + "/").ToImmutableArray())
            );
            _spared.Add(rule, globs);
        }

        // A folder such as the tests' may hold what only looks like a secret, and no real one.
        return globs.Allowed.IsMatch(path)
            || (globs.Roles.IsMatch(path) && !DetectorCatalog.IsCertain(RuleFamily.Of(findingId)));
    }

    private static ImmutableArray<string> ListOf(RuleOptions options, string name) =>
        options.Find(name) is null ? ImmutableArray<string>.Empty : options.List(name);
}
