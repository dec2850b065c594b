using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;
using Governance.Engine.Syntax;

namespace Governance.Engine.Reporting;

/// <summary>
/// A report with every secret masked: the only thing a writer is given, so that none can show what it should not.
/// It is for one thread.
/// </summary>
public sealed class RedactedReport
{
    /// <summary>The rule whose findings are secrets.</summary>
    private const string SecretRuleId = "GOV0301";

    private readonly Func<string, SourceText?> _textOf;
    private readonly Dictionary<string, string?> _pathOfShown;
    private readonly ILookup<string, SourceSpan> _secrets;
    private (string Path, RedactedText? Text) _lastRead = ("", null);

    private RedactedReport(CheckReport report)
    {
        _textOf = report.TextOf;
        _pathOfShown = PathsByWhatIsShown(report.Findings);
        _secrets = SecretsIn(report.Findings);
        ToolVersion = ShownText.Of(report.ToolVersion);
        Origin = ShownText.Of(report.Origin);
        Kind = report.Policy.Kind;
        Ruleset = report.Policy.Ruleset;
        Exceptions = report.Policy.Exceptions.Select(ShownText.Of).ToImmutableArray();
        Findings = report.Findings.Select(ShownText.Of).ToImmutableArray();
        Outcomes = report.Outcomes.Select(ShownText.Of).ToImmutableArray();
        FileCount = report.FileCount;
        FailOn = report.FailOn;
        Base = ShownText.OfOptional(report.Base);
        Summary = ReportSummary.Of(this);
    }

    /// <summary>The tool's version (SemVer).</summary>
    public string ToolVersion { get; }

    /// <summary>Where the checked snapshot comes from.</summary>
    public RepositoryOrigin Origin { get; }

    /// <summary>What the repository is for.</summary>
    public RepositoryKind Kind { get; }

    /// <summary>The ruleset the verdicts are pinned to.</summary>
    public int Ruleset { get; }

    /// <summary>The exceptions of the policy, in the order declared.</summary>
    public ImmutableArray<PolicyException> Exceptions { get; }

    /// <summary>All findings, also the excepted ones, in the report's order. Their <see cref="Finding.Content"/> is empty.</summary>
    public ImmutableArray<JudgedFinding> Findings { get; }

    /// <summary>The outcome of every rule that is on, sorted by id.</summary>
    public ImmutableArray<RuleOutcome> Outcomes { get; }

    /// <summary>How many files were looked at.</summary>
    public int FileCount { get; }

    /// <summary>The severity from which a blocking finding fails the run; off for none.</summary>
    public Severity FailOn { get; }

    /// <summary>The base revision whose findings are left out; null where none was given.</summary>
    public string? Base { get; }

    /// <summary>The counts that every format shows.</summary>
    public ReportSummary Summary { get; }

    /// <summary>Masks a report.</summary>
    public static RedactedReport From(CheckReport report) => new(report);

    /// <summary>The path of a location from the top of the repository, which is what forges know; empty for the top itself.</summary>
    public string PathInRepository(Location location)
    {
        var path = location.Path == Location.Root ? "" : location.Path;
        return path.Length == 0 ? Origin.PathInRepository : RepositoryPath.Combine(Origin.PathInRepository, path);
    }

    /// <summary>The text around a location's first line; null where it has no span or the file no text.</summary>
    internal RedactedStretch? Around(Location location, int reach)
    {
        if (
            location.Span is not { } span
            || !_pathOfShown.TryGetValue(location.Path, out var path)
            || path is null
            || TextOf(path) is not { } text
        )
        {
            return null;
        }

        return text.Around(span, reach);
    }

    // Two paths that look the same once masked have no text: better no excerpt than one of the wrong file.
    private static Dictionary<string, string?> PathsByWhatIsShown(ImmutableArray<JudgedFinding> findings)
    {
        var paths = new Dictionary<string, string?>(StringComparer.Ordinal);
        foreach (var judged in findings)
        {
            var path = judged.Finding.Location.Path;
            var shown = ShownText.Of(path);
            paths[shown] = paths.TryGetValue(shown, out var other) && other != path ? null : path;
        }

        return paths;
    }

    private static ILookup<string, SourceSpan> SecretsIn(ImmutableArray<JudgedFinding> findings) =>
        findings
            .Where(static judged => judged.Finding.BaseRuleId == SecretRuleId)
            .SelectMany(static judged =>
                judged.Finding.Related.Select(static place => place.Location).Prepend(judged.Finding.Location)
            )
            .Where(static place => place.Span is not null)
            .ToLookup(static place => place.Path, static place => place.Span!.Value);

    // Findings come sorted by path: keeping the last text read is enough, and keeps memory at one file.
    private RedactedText? TextOf(string path)
    {
        if (_lastRead.Path != path)
        {
            _lastRead = (
                path,
                _textOf(path) is { } text ? new RedactedText(text, _secrets[path].ToImmutableArray()) : null
            );
        }

        return _lastRead.Text;
    }
}
