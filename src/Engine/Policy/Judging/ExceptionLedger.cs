using System;
using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;

namespace Governance.Engine.Policy.Judging;

/// <summary>All exceptions of a run. Each is shown every finding, so that in the end it is known which cover nothing.</summary>
internal sealed class ExceptionLedger
{
    private readonly ImmutableArray<AppliedException> _declared;
    private readonly ILookup<string, AppliedException> _byRule;
    private readonly InlineExceptions _inline;
    private readonly DateTime _today;

    public ExceptionLedger(JudgeInput input, KnownRules rules)
    {
        _today = input.Today.Date;
        _declared = input
            .Policy.Exceptions.Select(static exception => new AppliedException(exception))
            .ToImmutableArray();
        _byRule = _declared.ToLookup(static applied => applied.Exception.BaseRuleId, StringComparer.Ordinal);
        _inline = new InlineExceptions(input.Policy, input.InlineExceptions, _today, rules);
    }

    /// <summary>The exception in force that covers a finding, the first one declared; null where none does.</summary>
    public PolicyException? Cover(Finding finding)
    {
        PolicyException? first = null;
        foreach (var applied in _byRule[finding.BaseRuleId].Concat(_inline.At(finding.Location)))
        {
            if (applied.Covers(finding) && !applied.IsExpired(_today))
            {
                first ??= applied.Exception;
            }
        }

        return first;
    }

    /// <summary>What is to be said of the exceptions themselves.</summary>
    /// <param name="ran">The rules that had their say.</param>
    public IEnumerable<Finding> Notices(ISet<string> ran)
    {
        var notices = _declared
            .Concat(_inline.All)
            .Where(applied => ran.Contains(applied.Exception.BaseRuleId))
            .Select(applied => applied.Notice(_today))
            .Where(static notice => notice is not null)
            .Select(static notice => notice!);
        return _inline.Problems.Concat(notices);
    }
}
