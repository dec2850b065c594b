using System;
using Governance.Engine.Findings;
using Governance.Engine.Repository;

namespace Governance.Engine.Policy.Judging;

/// <summary>An exception in use, of governance.yml or of a comment, and how many findings it covers.</summary>
internal sealed class AppliedException
{
    /// <summary>How many days ahead the end of an exception is announced.</summary>
    private const int NoticeDays = 14;

    /// <summary>A name that no pattern spells out: what it matches below a folder, it matches everywhere below it.</summary>
    private const string AnyChild = "/\uFFFF";

    private readonly GlobSet _paths;

    public AppliedException(PolicyException exception)
        : this(exception, $"exception of {exception.RuleId}") { }

    private AppliedException(PolicyException exception, string title)
    {
        Exception = exception;
        Title = title;
        _paths = GlobSet.Parse(exception.Paths);
    }

    public PolicyException Exception { get; }

    /// <summary>How messages call it.</summary>
    public string Title { get; }

    public int Covered { get; private set; }

    /// <summary>An exception that stands in a comment, whose place decides what it covers.</summary>
    public static AppliedException Inline(PolicyException exception) =>
        new(exception, $"comment that allows {exception.RuleId}");

    public bool IsExpired(DateTime today) => Exception.Expires < today;

    /// <summary>Whether it covers the finding, by rule and path; counts it if so, also when it has expired.</summary>
    public bool Covers(Finding finding)
    {
        var isRule = Exception.RuleId == finding.RuleId || Exception.RuleId == finding.BaseRuleId;
        if (!isRule || !(_paths.IsEmpty || Matches(finding.Location)))
        {
            return false;
        }

        Covered++;
        return true;
    }

    /// <summary>What is to be said of it, once all findings were shown to it; null where nothing is.</summary>
    public Finding? Notice(DateTime today)
    {
        // The organisation's exceptions are written for many repositories: only what one does here concerns this one.
        if (Exception.IsOrganisations && Covered == 0)
        {
            return null;
        }

        var day = Judging.Notice.Day(Exception.Expires);
        if (IsExpired(today))
        {
            var lost = Covered == 0 ? "" : $" and no longer covers {Judging.Notice.Count(Covered, "finding")}";
            return Of(
                Judging.Notice.Expired,
                $"The {Title} expired on {day}{lost}",
                Covered == 0 ? "Remove it" : "Mend what it covered and remove it, or agree on a new date"
            );
        }

        if (Covered == 0)
        {
            return Of(
                Judging.Notice.Needless,
                $"The {Title} covers nothing",
                "Remove it, or correct what it names if it was meant to cover something"
            );
        }

        return Exception.Expires <= ExpiringFrom(today)
            ? Of(
                Judging.Notice.Expiring,
                $"The {Title} expires on {day}; it covers {Judging.Notice.Count(Covered, "finding")}",
                "Mend what it covers and remove it, or agree on a new date"
            )
            : null;
    }

    private static DateTime ExpiringFrom(DateTime today) =>
        today > DateTime.MaxValue.AddDays(-NoticeDays) ? today : today.AddDays(NoticeDays);

    private bool Matches(Location location) =>
        _paths.IsMatch(location.Path, isFolder: true)
        || (
            // A finding about a whole folder is covered by what covers all that lies in it.
            location.Span
                is null
            && location.Path != Location.Root
            && _paths.IsMatch(location.Path + AnyChild)
        );

    private Finding Of(string ruleId, string message, string remedy) =>
        Judging.Notice.Of(
            ruleId,
            Exception.Location,
            message,
            remedy,
            $"{Exception.RuleId} [{string.Join(", ", Exception.Paths)}] {Exception.Reason}"
        );
}
