using System.Collections.Generic;
using System.Collections.Immutable;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;

namespace Governance.Engine.Checking;

/// <summary>Puts judged findings of one group together, where there are more of them than are told one by one.</summary>
internal static class FindingGrouping
{
    /// <summary>The findings as they are shown, in <see cref="FindingOrder"/>. Those of one group that count differently stay apart.</summary>
    public static ImmutableArray<JudgedFinding> Combine(ImmutableArray<JudgedFinding> findings)
    {
        var shown = new List<JudgedFinding>();
        foreach (var group in findings.GroupBy(KeyOf))
        {
            var members = group.ToImmutableArray();
            if (members[0].Finding.Group is { } told && members.Length > told.MostSingles)
            {
                shown.Add(One(told, members));
            }
            else
            {
                shown.AddRange(members);
            }
        }

        return shown.OrderBy(static judged => judged.Finding, FindingOrder.Instance).ToImmutableArray();
    }

    // What stands alone has its own identity for a key; an exception's place tells its findings from another's.
    private static Kinship KeyOf(JudgedFinding judged) =>
        judged.Finding.Group is { } group
            ? new Kinship(
                judged.Finding.RuleId,
                group.Key,
                judged.Disposition,
                judged.Reason,
                judged.Disposition == Disposition.Excepted ? judged.DecidedBy : null
            )
            : new Kinship(judged.Finding.RuleId, "\0" + judged.Finding.Fingerprint, judged.Disposition, null, null);

    private static JudgedFinding One(FindingGroup group, ImmutableArray<JudgedFinding> members)
    {
        var told = group.Combine(members.Select(static member => member.Finding.Location).ToImmutableArray());
        var finding = new Finding
        {
            RuleId = members[0].Finding.RuleId,
            Message = told.Message,
            Remedy = told.Remedy,
            Location = told.Location,
            Content = group.Key,
            Related = members
                .Select(member => new RelatedLocation(member.Finding.Location, told.RelatedMessage))
                .ToImmutableArray(),
            Fixes = told.Fix is null ? ImmutableArray<Fix>.Empty : ImmutableArray.Create(told.Fix),
        };
        return members[0] with
        {
            Finding = Fingerprinting.Assign(new[] { finding })[0],
            Members = members.Select(static member => member.Finding).ToImmutableArray(),
        };
    }

    private sealed record Kinship(
        string RuleId,
        string Key,
        Disposition Disposition,
        string? Reason,
        Location? DecidedBy
    );
}
