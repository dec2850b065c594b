using System;

namespace Governance.Tests.RuleExamples;

/// <summary>The day on which tests and rule examples run.</summary>
internal static class TestDates
{
    public static readonly DateTime Today = new(2026, 11, 22, 0, 0, 0, DateTimeKind.Utc);
}
