using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Checking;
using Governance.Engine.Facts;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Rules;
using Governance.Engine.Rules.Checks.Layout;
using Governance.Engine.Syntax;

namespace Governance.Engine.Tests.Rules.Layout;

/// <summary>Runs one check of the area over paths and hand-made facts, without a file's text.</summary>
internal sealed class LayoutRun
{
    private readonly Dictionary<string, SourceFile> _files = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ImmutableArray<Fact>> _facts = new(StringComparer.Ordinal);

    public RepositoryOrigin Origin { get; init; } = RepositoryOrigin.None;

    public LayoutSettings Layout { get; init; } = LayoutSettings.Default;

    /// <summary>The forge that the policy names.</summary>
    public Forge Forge { get; init; }

    /// <summary>The ids of the rules that the policy turns off.</summary>
    public ImmutableArray<string> Off { get; init; } = [];

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    public string? NotAvailable { get; private set; }

    public string? NotApplicable { get; private set; }

    public LayoutRun With(params string[] paths)
    {
        foreach (var path in paths)
        {
            With(path, EntryKind.File);
        }

        return this;
    }

    public LayoutRun With(string path, EntryKind kind)
    {
        _files[path] = new SourceFile(path, kind, static _ => FileContent.Of(ReadOnlyMemory<byte>.Empty));
        return this;
    }

    public LayoutRun With(string path, params Fact[] facts)
    {
        _facts[path] = [.. facts];
        return With(path, EntryKind.File);
    }

    public static Fact Fact(FactKind kind, string value = "", int owner = Governance.Engine.Facts.Fact.NoOwner) =>
        new(kind, value, new SourceSpan(3, 1, 3, 5), owner);

    public LayoutRun Run(string ruleId)
    {
        var rules = RuleCatalog.Rules.ToImmutableSortedDictionary(
            static rule => rule.Id,
            rule => new RuleSettings(
                Off.Contains(rule.Id) ? Severity.Off : rule.Severity,
                Mode.Block,
                rule.Options,
                Locked: false,
                NeverBaselined: false
            ),
            StringComparer.Ordinal
        );
        var findings = new List<Finding>();
        var context = new RepositoryCheckContext(
            ruleId,
            new RepositoryView(new RepositorySnapshot(_files.Values, Origin), AnalyzedFiles()),
            new EffectivePolicy
            {
                Rules = rules,
                Layout = Layout,
                Forge = Forge,
            },
            rules[ruleId].Options,
            findings
        );
        ((RepositoryCheck)LayoutChecks.All.Single(check => check.Id == ruleId)).Run(context);
        var judged = Fingerprinting
            .Assign(findings)
            .Select(f => new JudgedFinding(f, rules[ruleId].Severity, Mode.Block));
        Findings = [.. FindingGrouping.Combine([.. judged]).Select(static judged => judged.Finding)];
        NotAvailable = context.UnavailableBecause;
        NotApplicable = context.NotApplicableBecause;
        return this;
    }

    private IEnumerable<AnalyzedFile> AnalyzedFiles() =>
        _facts
            .OrderBy(static pair => pair.Key, StringComparer.Ordinal)
            .Select(static pair => new AnalyzedFile(pair.Key, FileResult.Empty with { Facts = pair.Value }));
}
