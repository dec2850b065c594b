using System;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;

namespace Governance.Engine.Rules.Checks.Engine;

/// <summary>GOV0001: a check threw. The engine reports it itself.</summary>
internal static class InternalError
{
    public const string Id = "GOV0001";

    private const string Remedy = "Report the defect with this message; until it is mended, turn the rule off";

    /// <summary>A file check or fact reader failed; the path is added by whoever knows it.</summary>
    public static FileFinding InFile(string name, Exception exception) =>
        new(
            Id,
            null,
            Message(name, exception),
            Remedy,
            name,
            null,
            ImmutableArray<TextEdit>.Empty,
            ImmutableArray<RelatedSpan>.Empty
        );

    /// <summary>A check that fails fails in many files: whatever the rule, a finding of this one is told once for each check.</summary>
    public static Finding Told(Finding finding) =>
        finding.RuleId != Id
            ? finding
            : finding with
            {
                Group = new FindingGroup(
                    finding.Content,
                    1,
                    places => new CombinedFinding(
                        places[0],
                        $"{finding.Message}; it failed in {places.Length} files",
                        Remedy,
                        "It failed here too"
                    )
                ),
            };

    /// <summary>A repository check failed.</summary>
    public static Finding InRepository(string name, Exception exception) => InFile(name, exception).At(Location.Root);

    private static string Message(string name, Exception exception) =>
        $"{name} failed by an error of its own: {exception.GetType().Name}: {exception.Message.TrimEnd('.')}";
}
