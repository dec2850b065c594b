using System;
using System.Diagnostics;

namespace Governance.Engine.Tests.Fixtures;

/// <summary>Holds that what reads a text takes time in proportion to its length, on a busy machine too.</summary>
internal static class LinearTime
{
    private const int Growth = 4;
    private const int Attempts = 6;

    /// <summary>
    /// Reads a text of <paramref name="size"/> and one four times as large. Reading that grows with the square takes sixteen
    /// times as long, in every attempt; a linear one may be disturbed in some.
    /// </summary>
    public static void Holds(int size, Func<int, string> text, Action<string> read)
    {
        var (small, large) = (text(size), text(Growth * size));
        for (var attempt = 1; ; attempt++)
        {
            var (before, after) = (Measure(small, read), Measure(large, read));
            if (after < TimeSpan.FromMilliseconds(50) || after < before * 2.5 * Growth)
            {
                return;
            }

            Assert.True(
                attempt < Attempts,
                $"{size}: {before.TotalMilliseconds} ms, {Growth * size}: {after.TotalMilliseconds} ms"
            );
        }
    }

    private static TimeSpan Measure(string text, Action<string> read)
    {
        var watch = Stopwatch.StartNew();
        read(text);
        return watch.Elapsed;
    }
}
