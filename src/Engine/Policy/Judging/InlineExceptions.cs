using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using Governance.Engine.Analysis;
using Governance.Engine.Findings;
using Governance.Engine.Policy.Layering;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Judging;

/// <summary>The exceptions that stand in comments: valid ones by file and line, and what is wrong with the others.</summary>
internal sealed class InlineExceptions
{
    private readonly Dictionary<LineOfFile, List<AppliedException>> _byPlace = [];
    private readonly List<AppliedException> _all = [];
    private readonly List<Finding> _problems = [];
    private readonly EffectivePolicy _policy;
    private readonly KnownRules _rules;
    private readonly DateTime _today;

    public InlineExceptions(
        EffectivePolicy policy,
        ImmutableArray<FileExceptions> comments,
        DateTime today,
        KnownRules rules
    )
    {
        _policy = policy;
        _rules = rules;
        _today = today;
        foreach (var file in comments)
        {
            foreach (var comment in file.Exceptions)
            {
                Add(file.Path, comment);
            }
        }
    }

    public IReadOnlyList<AppliedException> All => _all;

    public IReadOnlyList<Finding> Problems => _problems;

    /// <summary>The exceptions of a finding's line and of the line before it.</summary>
    public IEnumerable<AppliedException> At(Location location)
    {
        if (location.Span is not { } span)
        {
            yield break;
        }

        for (var line = span.StartLine; line >= span.StartLine - 1; line--)
        {
            if (_byPlace.TryGetValue(new LineOfFile(location.Path, line), out var exceptions))
            {
                foreach (var exception in exceptions)
                {
                    yield return exception;
                }
            }
        }
    }

    private void Add(string path, InlineException comment)
    {
        var place = new Location(path, comment.Span);
        var id = _rules.CanonicalId(comment.RuleId);
        var until = ValueReader.ParseDate(comment.Until);
        if (Flaw(comment, id, until) is { } flaw)
        {
            _problems.Add(
                Notice.Of(
                    PolicyProblem.RuleId,
                    place,
                    $"The comment excepts nothing: {flaw.Message}",
                    flaw.Remedy,
                    $"{comment.RuleId} until {comment.Until} -- {comment.Reason}"
                )
            );
            return;
        }

        var applied = AppliedException.Inline(
            new PolicyException(id!, ImmutableArray<string>.Empty, comment.Reason, null, null, until!.Value, place)
        );
        _all.Add(applied);
        var key = new LineOfFile(path, comment.Span.StartLine);
        if (!_byPlace.TryGetValue(key, out var list))
        {
            _byPlace.Add(key, list = []);
        }

        list.Add(applied);
    }

    private (string Message, string Remedy)? Flaw(InlineException comment, string? id, DateTime? until)
    {
        if (id is null)
        {
            return ($"there is no rule {ValueReader.Quote(comment.RuleId)}", _rules.RemedyFor(comment.RuleId));
        }

        var ruleId = _rules.Find(id)!.Id;
        if (!KnownRules.IsExceptable(ruleId))
        {
            return ($"findings of {ruleId} cannot be excepted", "Remove the comment, and mend what the rule reports");
        }

        if (_policy.Rules[ruleId].Locked)
        {
            return (
                $"the organisation locks {ruleId}",
                "Remove the comment, or ask the owners of the organisation's policy for an exception"
            );
        }

        if (!_policy.InlineExceptionsAllowed)
        {
            return (
                "the organisation allows no exceptions in comments",
                "Declare it under 'exceptions' of governance.yml"
            );
        }

        if (comment.Reason.Length == 0)
        {
            return ("it gives no reason", "End it with ' -- ' and why");
        }

        if (until is not { } day)
        {
            return comment.Until.Length == 0
                ? ("it names no last day", "Write 'until 2027-01-31' behind the rule")
                : ($"{ValueReader.Quote(comment.Until)} is no day of the calendar", "Write the day as in 2027-01-31");
        }

        if (_policy.ExceptionRules.MaxDays is { } days && day > ExceptionComposer.LastDay(_today, days))
        {
            return (
                $"it holds longer than the {days} days that the organisation allows",
                $"Let it end on {Notice.Day(ExceptionComposer.LastDay(_today, days))} at the latest"
            );
        }

        return null;
    }

    private sealed record LineOfFile(string Path, int Line);
}
