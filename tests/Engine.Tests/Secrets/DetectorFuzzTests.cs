using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>
/// No text keeps a detector busy: what nearly is its secret, over and over, is searched in 50 ms a megabyte. A tenth of that is
/// measured, since no pattern looks further than a few thousand characters.
/// </summary>
[Collection(nameof(AloneInProcess))]
public sealed class DetectorFuzzTests
{
    private const int Length = 100_000;

    /// <summary>What no pattern takes longer for, in milliseconds.</summary>
    private const int Aim = 5;

    /// <summary>How much slower a machine may be than one of today; a build for debugging is slower still.</summary>
#if DEBUG
    private const int Slack = 12;
#else
    private const int Slack = 8;
#endif

    private const int Rounds = 3;

    private static readonly string[] Fillers =
    [
        "",
        " ",
        "a",
        "A1b",
        "0f",
        "=",
        ": ",
        "\n",
        "/",
        "-",
        "a=b;",
        "a:b",
        "ab/c?d=e&",
        "login a ",
        " --user a ",
        "\\n",
    ];

    public static TheoryData<string> Ids() =>
        [.. DetectorCatalog.All.Where(static one => one.Names.IsEmpty).Select(static one => one.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Near_misses_take_no_time(string id)
    {
        var detector = DetectorCatalog.All.Single(one => one.Id == id);
        foreach (var signature in detector.Signatures)
        {
            foreach (var text in NearMisses(signature))
            {
                var taken = Enumerable
                    .Range(0, Rounds)
                    .Select(_ => Time(detector, signature, text))
                    .TakeUntil(Aim)
                    .Min();
                Assert.True(taken <= Aim * Slack, $"{taken:0} ms for 0.1 MB of {text[..Math.Min(60, text.Length)]}");
            }
        }
    }

    [Fact]
    public void The_whole_search_is_linear_in_names_and_values()
    {
        foreach (var part in (string[])["password=", "token: a", "key = \"", "secret,", "api_key=abc1 ", "a.key.b-"])
        {
            // What is made when it is first needed is made once.
            SecretScanner.Find(part + part + part, TextKinds.Any);
            var text = Repeat(part);
            var start = Milliseconds();
            SecretScanner.Find(text, TextKinds.Any);
            var taken = Milliseconds() - start;
            Assert.True(taken <= 20 * Aim, $"{taken:0} ms: {part}");
        }
    }

    private static IEnumerable<string> NearMisses(string signature)
    {
        foreach (var filler in Fillers)
        {
            yield return Repeat(signature + filler);
            // As long as nothing ends it, a class of characters goes on.
            yield return Repeat(
                signature + string.Concat(Enumerable.Repeat(filler.Length == 0 ? "a1B" : filler, 40)) + "\t"
            );
        }

        yield return Repeat("-----BEGIN PRIVATE KEY-----" + signature);
        yield return Repeat(string.Concat(Enumerable.Repeat("a1B/", 30)) + signature);
    }

    private static double Time(SecretDetector detector, string signature, string text)
    {
        var seen = 0;
        var start = Milliseconds();
        for (
            var at = text.IndexOf(signature, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(signature, at + 1, StringComparison.Ordinal)
        )
        {
            if (detector.AtSignature(text, at, ref seen) is not null)
            {
                // No near miss: what is found is more than looked at.
                return 0;
            }
        }

        return Milliseconds() - start;
    }

    // What others do on the machine does not count.
    private static double Milliseconds() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static string Repeat(string part)
    {
        var text = new StringBuilder(Length + part.Length);
        while (text.Length < Length)
        {
            text.Append(part);
        }

        return text.ToString();
    }
}

/// <summary>For tests of the time that the process takes.</summary>
[CollectionDefinition(nameof(AloneInProcess), DisableParallelization = true)]
public sealed class AloneInProcess;

/// <summary>Takes what is enough.</summary>
file static class Enough
{
    /// <summary>All up to the first that is no more than <paramref name="aim"/>.</summary>
    public static IEnumerable<double> TakeUntil(this IEnumerable<double> times, double aim)
    {
        foreach (var time in times)
        {
            yield return time;
            if (time <= aim)
            {
                yield break;
            }
        }
    }
}
