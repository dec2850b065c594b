using System;
using System.Globalization;
using Governance.Engine.Findings;
using Governance.Engine.Policy.Reading;

namespace Governance.Engine.Policy.Judging;

/// <summary>The findings that the verdict itself adds.</summary>
internal static class Notice
{
    public const string Expired = "GOV0004";
    public const string Needless = "GOV0005";
    public const string Grown = "GOV0006";
    public const string Expiring = "GOV0007";

    public static Finding Of(string ruleId, Location location, string message, string remedy, string content) =>
        new()
        {
            RuleId = ruleId,
            Location = location,
            Message = message,
            Remedy = remedy,
            Content = content,
        };

    /// <summary>A day as policies write it.</summary>
    public static string Day(DateTime date) => date.ToString(ValueReader.DateFormat, CultureInfo.InvariantCulture);

    /// <summary>A number with its noun.</summary>
    public static string Count(int number, string noun) => number == 1 ? $"1 {noun}" : $"{number} {noun}s";
}
