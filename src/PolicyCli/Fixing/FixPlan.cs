using System;
using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Findings;
using Governance.Engine.Policy;
using Governance.Engine.Syntax;

namespace Governance.PolicyCli.Fixing;

/// <summary>The fixes that can be applied together, and those that cannot, with the reason.</summary>
internal sealed class FixPlan
{
    private readonly List<PlannedFix> _fixes = [];
    private readonly List<(Finding Finding, string Reason)> _refused = [];
    private readonly Dictionary<string, List<ReplaceText>> _replacements = new(StringComparer.Ordinal);
    private readonly HashSet<string> _targets = new(StringComparer.Ordinal);
    private readonly FixGuard _guard;

    private FixPlan(FixGuard guard) => _guard = guard;

    /// <summary>The fixes to apply, in the order of their findings.</summary>
    public IReadOnlyList<PlannedFix> Fixes => _fixes;

    /// <summary>The fixes that are left out.</summary>
    public IReadOnlyList<(Finding Finding, string Reason)> Refused => _refused;

    /// <summary>All edits of one kind, in the order of their findings.</summary>
    public IEnumerable<T> Edits<T>()
        where T : FileEdit => _fixes.SelectMany(static fix => fix.Fix.Edits).OfType<T>();

    /// <summary>Plans the best fix of every open finding that has one.</summary>
    public static FixPlan Of(IEnumerable<JudgedFinding> findings, string? user, FixGuard guard)
    {
        var plan = new FixPlan(guard);
        foreach (
            var finding in findings.Where(static f => f.Disposition == Disposition.Open).Select(static f => f.Finding)
        )
        {
            if (finding.Fixes is [var best, ..])
            {
                plan.Add(finding, ForUser(best, user));
            }
            else if (finding.FixWithheldBecause is { } reason)
            {
                plan._refused.Add((finding, reason));
            }
        }

        return plan;
    }

    private void Add(Finding finding, Fix fix)
    {
        var reason = fix
            .Edits.Select(edit => _guard.Refuses(edit) ?? Clashes(edit))
            .FirstOrDefault(static r => r is not null);
        if (reason is not null)
        {
            _refused.Add((finding, reason));
            return;
        }

        _fixes.Add(new PlannedFix(finding, fix));
        foreach (var edit in fix.Edits)
        {
            switch (edit)
            {
                case ReplaceText replace:
                    if (!_replacements.TryGetValue(edit.Path, out var others))
                    {
                        _replacements.Add(edit.Path, others = []);
                    }

                    others.Add(replace);
                    break;
                case CreateFile create:
                    _targets.Add(create.Path);
                    break;
                case MovePath move:
                    _targets.Add(move.NewPath);
                    break;
            }
        }
    }

    private string? Clashes(FileEdit edit) =>
        edit switch
        {
            ReplaceText replace
                when _replacements.TryGetValue(edit.Path, out var others) && others.Any(o => Overlap(o, replace)) =>
                "it overlaps another fix; run the command again afterwards",
            CreateFile create when _targets.Contains(create.Path) => "another fix writes the same path",
            MovePath move when _targets.Contains(move.NewPath) => $"another fix moves something to {move.NewPath}",
            _ => null,
        };

    private static bool Overlap(ReplaceText a, ReplaceText b) =>
        Start(a.Span) < End(b.Span) && Start(b.Span) < End(a.Span);

    private static SourceSpan Start(SourceSpan span) =>
        new(span.StartLine, span.StartColumn, span.StartLine, span.StartColumn);

    private static SourceSpan End(SourceSpan span) => new(span.EndLine, span.EndColumn, span.EndLine, span.EndColumn);

    private static Fix ForUser(Fix fix, string? user) =>
        user is null
            ? fix
            : fix with
            {
                Edits =
                [
                    .. fix.Edits.Select(edit =>
                        edit is MovePath move
                            ? move with
                            {
                                NewPath = move.NewPath.Replace(
                                    MovePath.UserPlaceholder,
                                    user,
                                    StringComparison.Ordinal
                                ),
                            }
                            : edit
                    ),
                ],
            };
}

/// <summary>A fix and the finding it mends.</summary>
internal sealed record PlannedFix(Finding Finding, Fix Fix);
