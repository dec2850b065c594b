using System;
using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Linq;
using System.Threading;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Syntax;
using Microsoft.CodeAnalysis;
using Place = Governance.Engine.Findings.Location;

namespace Governance.Analyzers.CSharp;

/// <summary>
/// Judges findings of C# code by the policy of the nearest folder above the file that has one among the AdditionalFiles.
/// </summary>
internal sealed class CSharpPolicies
{
    private static readonly EffectivePolicy BuiltIn = Load(null);

    private readonly ImmutableArray<AdditionalText> _files;
    private readonly ConcurrentDictionary<AdditionalText, EffectivePolicy> _policies = new();

    public CSharpPolicies(ImmutableArray<AdditionalText> files) =>
        _files = files
            .Where(static file => FilePath.IsNamed(file, PathClassifier.PolicyFileName))
            .OrderByDescending(static file => file.Path.Length)
            .ToImmutableArray();

    /// <summary>What the policy makes of a finding; null where it is not shown.</summary>
    /// <param name="ruleId">The rule, with a family's suffix.</param>
    /// <param name="message">What is wrong: a sentence without a full stop.</param>
    /// <param name="remedy">What to do: a sentence without a full stop.</param>
    /// <param name="location">Where, in a C# file.</param>
    /// <param name="cancellationToken">Ends the reading of the policy.</param>
    /// <param name="atMost">The severity it has at the worst; null for the rule's.</param>
    public JudgedFinding? Judge(
        string ruleId,
        string message,
        string remedy,
        Microsoft.CodeAnalysis.Location location,
        CancellationToken cancellationToken,
        Severity? atMost = null
    )
    {
        var path = FilePath.WithSlashes(location.SourceTree?.FilePath ?? "");
        var (policy, root) = Find(path, cancellationToken);
        var lines = location.GetLineSpan();
        var finding = new Finding
        {
            RuleId = ruleId,
            AtMost = atMost,
            Message = message,
            Remedy = remedy,
            Content = message,
            Location = new Place(
                path.Substring(root.Length),
                new SourceSpan(
                    lines.StartLinePosition.Line + 1,
                    lines.StartLinePosition.Character + 1,
                    lines.EndLinePosition.Line + 1,
                    lines.EndLinePosition.Character + 1
                )
            ),
        };
        var spared = new SparedPaths(policy, Descriptors.OfCSharp.Select(static rule => rule.Id));
        if (!policy.Applies(RuleCatalog.Find(ruleId)!) || spared.Spare(finding))
        {
            return null;
        }

        var judged = PolicyJudge.Judge(
            new JudgeInput
            {
                Findings = ImmutableArray.Create(finding),
                Policy = policy,
                // A build has no clock: an exception covers until the command says that it has expired.
                Today = DateTime.MinValue,
                RulesThatRan = Array.Empty<string>(),
            }
        );
        return judged.FirstOrDefault(one => one.Finding.RuleId == ruleId && one.IsShown);
    }

    private (EffectivePolicy Policy, string Root) Find(string path, CancellationToken cancellationToken)
    {
        foreach (var file in _files)
        {
            var policyPath = FilePath.WithSlashes(file.Path);
            var root = policyPath.Substring(0, policyPath.Length - PathClassifier.PolicyFileName.Length);
            if (path.StartsWith(root, StringComparison.Ordinal))
            {
                return (_policies.GetOrAdd(file, one => Load(one.GetText(cancellationToken)?.ToString())), root);
            }
        }

        return (BuiltIn, "");
    }

    private static EffectivePolicy Load(string? text) =>
        PolicyLoader
            .Load(
                new PolicyInput
                {
                    Repository = text is null
                        ? null
                        : new PolicyDocument(PathClassifier.PolicyFileName, new SourceText(text)),
                    Origin = RepositoryOrigin.None,
                    Today = DateTime.MinValue,
                }
            )
            .Policy;
}
