using System.Collections.Generic;
using System.Linq;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// The name of a time zone in the IANA database, as far as its shape tells: <c>Europe/Berlin</c>. Which zones there are changes every
/// year, so that a name of the right shape in a known area passes.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
/// </summary>
internal static class TimeZoneFormat
{
    private static readonly string[] Areas =
    [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Etc",
        "Europe",
        "Indian",
        "Pacific",
    ];

    /// <summary>Judges the name of a time zone.</summary>
    public static IEnumerable<FormatProblem> Check(string value)
    {
        var slash = value.IndexOf('/');
        if (slash <= 0 || slash == value.Length - 1 || !Areas.Contains(value.Substring(0, slash)))
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' is no time zone of the IANA database",
                "Write area and city: 'Europe/Berlin'"
            );
        }
    }
}
