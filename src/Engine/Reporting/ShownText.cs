using System;
using System.Collections.Immutable;
using System.Linq;
using System.Text;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Repository;

namespace Governance.Engine.Reporting;

/// <summary>Makes every text of a report's parts fit to be shown: secrets masked, and no half of a surrogate pair.</summary>
internal static class ShownText
{
    public static string Of(string text) => WellFormed(Redactor.Redact(text));

    public static string? OfOptional(string? text) => text is null ? null : Of(text);

    public static Location Of(Location location) => location with { Path = Of(location.Path) };

    public static RuleOutcome Of(RuleOutcome outcome) =>
        outcome with
        {
            RuleId = Of(outcome.RuleId),
            Reason = OfOptional(outcome.Reason),
        };

    public static RepositoryOrigin Of(RepositoryOrigin origin) =>
        origin with
        {
            Name = OfOptional(origin.Name),
            Topics = origin.Topics.Select(Of).ToImmutableArray(),
            RemoteUrl = OfOptional(origin.RemoteUrl),
            Revision = OfOptional(origin.Revision),
            Branch = OfOptional(origin.Branch),
            PathInRepository = Of(origin.PathInRepository),
        };

    public static PolicyException Of(PolicyException exception) =>
        exception with
        {
            RuleId = Of(exception.RuleId),
            Paths = exception.Paths.Select(Of).ToImmutableArray(),
            Reason = Of(exception.Reason),
            Approver = OfOptional(exception.Approver),
            Ticket = OfOptional(exception.Ticket),
            Location = Of(exception.Location),
        };

    public static JudgedFinding Of(JudgedFinding judged) =>
        judged with
        {
            Finding = FindingOf(judged),
            Reason = OfOptional(judged.Reason),
            DecidedBy = judged.DecidedBy is null ? null : Of(judged.DecidedBy),
            Members = ImmutableArray<Finding>.Empty,
        };

    private static Finding FindingOf(JudgedFinding judged)
    {
        var finding = judged.Finding;
        // What is excepted, in the baseline or in the base is told for the record; how to mend it belongs to what is open.
        var fixes = judged.Disposition == Disposition.Open ? finding.Fixes : ImmutableArray<Fix>.Empty;
        return finding with
        {
            RuleId = Of(finding.RuleId),
            Message = Of(finding.Message),
            Remedy = Of(finding.Remedy),
            Location = Of(finding.Location),
            Related = finding
                .Related.Select(static related => new RelatedLocation(Of(related.Location), Of(related.Message)))
                .ToImmutableArray(),
            // A masked edit would write the mask into somebody's file, so such a fix is not told at all.
            Fixes = fixes
                .Where(IsFitToShow)
                .Select(static fix => fix with { Title = Of(fix.Title) })
                .ToImmutableArray(),
            FixWithheldBecause = OfOptional(finding.FixWithheldBecause),
            Content = "",
            Group = null,
            Fingerprint = Of(finding.Fingerprint),
        };
    }

    private static bool IsFitToShow(Fix fix)
    {
        var path = "";
        foreach (var edit in fix.Edits)
        {
            // Of a notebook with many outputs there are hundreds of edits, all of the same file.
            var isKnown = string.Equals(edit.Path, path, StringComparison.Ordinal);
            if (!(isKnown || IsFitToShow(edit.Path)) || !IsFitToShow(Content(edit)))
            {
                return false;
            }

            path = edit.Path;
        }

        return true;
    }

    private static string Content(FileEdit edit) =>
        edit switch
        {
            ReplaceText replace => replace.NewText,
            CreateFile create => create.Content,
            MovePath move => move.NewPath,
            _ => throw new InvalidOperationException($"There is no edit of type {edit.GetType().Name}."),
        };

    private static bool IsFitToShow(string text) => string.Equals(Of(text), text, StringComparison.Ordinal);

    /// <summary>The text with each half of a surrogate pair that stands alone replaced by U+FFFD; its length stays.</summary>
    public static string WellFormed(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                return ReplaceLoneSurrogates(text);
            }
        }

        return text;
    }

    private static string ReplaceLoneSurrogates(string text)
    {
        var shown = new StringBuilder(text);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i))
            {
                i++;
            }
            else if (char.IsSurrogate(text[i]))
            {
                shown[i] = '\uFFFD';
            }
        }

        return shown.ToString();
    }
}
