using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using Governance.Engine.Syntax.Dialects;

namespace Governance.Engine.Rules.Checks.Pipelines.GitHub.Formats;

/// <summary>
/// POSIX cron in five fields, with names of months and days, steps and lists; no <c>@daily</c>.
/// https://docs.github.com/en/actions/reference/workflows-and-actions/events-that-trigger-workflows#schedule
/// </summary>
internal static class CronFormat
{
    private static readonly string[] Names = ["minute", "hour", "day of the month", "month", "day of the week"];
    private static readonly int[] Lowest = [0, 0, 1, 1, 0];
    private static readonly int[] Highest = [59, 23, 31, 12, 7];
    private static readonly string[] Months =
    [
        "JAN",
        "FEB",
        "MAR",
        "APR",
        "MAY",
        "JUN",
        "JUL",
        "AUG",
        "SEP",
        "OCT",
        "NOV",
        "DEC",
    ];
    private static readonly string[] Days = ["SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT"];

    /// <summary>Judges a schedule.</summary>
    public static IEnumerable<FormatProblem> Check(string value)
    {
        var fields = Split(value);
        if (fields.Count != Names.Length)
        {
            yield return new FormatProblem(
                0,
                value.Length,
                $"'{value}' has {fields.Count} fields; a schedule has five",
                "Write minute, hour, day of the month, month and day of the week: '30 5 * * 1'"
            );
            yield break;
        }

        for (var i = 0; i < fields.Count; i++)
        {
            var (start, length) = fields[i];
            var text = value.Substring(start, length);
            if (!text.Split(',').All(part => IsPart(part, i)))
            {
                yield return new FormatProblem(
                    start,
                    length,
                    $"'{text}' is no {Names[i]}",
                    $"Write a number from {Lowest[i]} to {Highest[i]}, a range 'a-b', a list 'a,b' or a step '*/n'"
                );
            }
        }
    }

    /// <summary>Whether two runs within an hour are less than five minutes apart.</summary>
    public static bool IsTooFrequent(string value)
    {
        if (Check(value).Any())
        {
            return false;
        }

        var (start, length) = Split(value)[0];
        var minutes = value
            .Substring(start, length)
            .Split(',')
            .SelectMany(Minutes)
            .Distinct()
            .OrderBy(static m => m)
            .ToList();
        return minutes.Zip(minutes.Skip(1), static (left, right) => right - left).Any(static apart => apart < 5);
    }

    private static IEnumerable<int> Minutes(string part)
    {
        var slash = part.Split('/');
        var bounds = slash[0] is "*" or "?" ? ["0", "59"] : slash[0].Split('-');
        var first = Number(bounds[0]) ?? 0;
        var last =
            bounds.Length > 1 ? Number(bounds[1]) ?? first
            : slash.Length > 1 ? 59
            : first;
        for (var minute = first; minute <= last; minute += slash.Length > 1 ? Number(slash[1]) ?? 1 : 1)
        {
            yield return minute;
        }
    }

    private static List<(int Start, int Length)> Split(string value)
    {
        var fields = new List<(int, int)>();
        var start = 0;
        for (var i = 0; i <= value.Length; i++)
        {
            if (i == value.Length || char.IsWhiteSpace(value[i]))
            {
                if (i > start)
                {
                    fields.Add((start, i - start));
                }

                start = i + 1;
            }
        }

        return fields;
    }

    private static bool IsPart(string part, int field)
    {
        var slash = part.IndexOf('/');
        var range = slash < 0 ? part : part.Substring(0, slash);
        if (slash >= 0 && !(Number(part.Substring(slash + 1)) > 0))
        {
            return false;
        }

        if (range == "*" || (range == "?" && field is 2 or 4))
        {
            return true;
        }

        var bounds = range.Split('-');
        return bounds.Length <= 2
            && bounds.All(bound =>
                Value(bound, field) is { } number && number >= Lowest[field] && number <= Highest[field]
            )
            && (
                bounds.Length == 1
                || Value(bounds[0], field) <= Value(bounds[1], field)
                || (field == 4 && Value(bounds[1], field) == 0)
            );
    }

    private static int? Value(string text, int field)
    {
        var name = field switch
        {
            3 => Array.FindIndex(Months, month => month.Equals(text, StringComparison.OrdinalIgnoreCase)) + 1,
            4 => Array.FindIndex(Days, day => day.Equals(text, StringComparison.OrdinalIgnoreCase)),
            _ => -1,
        };
        return name > 0 || (name == 0 && field == 4) ? name : Number(text);
    }

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
