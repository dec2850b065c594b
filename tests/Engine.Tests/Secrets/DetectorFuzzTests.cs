using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using Governance.Engine.Secrets.Detection;

namespace Governance.Engine.Tests.Secrets;

/// <summary>
/// No text keeps a detector busy: a megabyte of what nearly is its secret, over and over, takes 50 ms at most. All such texts are tried
/// with a tenth of that, and the slowest of each detector with the whole.
/// </summary>
[Collection(nameof(AloneInProcess))]
public sealed class DetectorFuzzTests
{
    private const int Length = 1_000_000;

    private const int Slowest = 2;

    /// <summary>What no pattern takes longer for, in milliseconds a megabyte.</summary>
    private const int Aim = 50;

    /// <summary>How much slower a machine may be than one of today, two more programs on its cores; a build for debugging is slower still.</summary>
#if DEBUG
    private const int Slack = 10;
#else
    private const int Slack = 2;
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
        var slowest = detector
            .Signatures.SelectMany(static signature => NearMisses(signature).Select(part => (signature, part)))
            .Select(one => (one.signature, one.part, Taken: Best(detector, one.signature, one.part, Length / 10)))
            .OrderByDescending(static one => one.Taken)
            .Take(Slowest);
        foreach (var (signature, part, _) in slowest)
        {
            var taken = Best(detector, signature, part, Length);
            Assert.True(taken <= Aim * Slack, $"{taken:0} ms for 1 MB of {part[..Math.Min(60, part.Length)]}");
        }
    }

    [Fact]
    public void The_whole_search_is_linear_in_names_and_values()
    {
        foreach (var part in (string[])["password=", "token: a", "key = \"", "secret,", "api_key=abc1 ", "a.key.b-"])
        {
            // What is made when it is first needed is made once.
            SecretScanner.Find(part + part + part, TextKinds.Any);
            var text = Repeat(part, Length / 10);
            var start = Milliseconds();
            SecretScanner.Find(text, TextKinds.Any);
            var taken = Milliseconds() - start;
            Assert.True(taken <= 2 * Aim, $"{taken:0} ms: {part}");
        }
    }

    private static IEnumerable<string> NearMisses(string signature)
    {
        foreach (var filler in Fillers)
        {
            yield return signature + filler;
            // As long as nothing ends it, a class of characters goes on.
            yield return signature + string.Concat(Enumerable.Repeat(filler.Length == 0 ? "a1B" : filler, 40)) + "\t";
        }

        yield return "-----BEGIN PRIVATE KEY-----" + signature;
        yield return string.Concat(Enumerable.Repeat("a1B/", 30)) + signature;
        yield return signature + string.Concat(Enumerable.Repeat("a1B2c3D4", Length / 16));
    }

    private static double Best(SecretDetector detector, string signature, string part, int length)
    {
        var text = Repeat(part, length);
        return Enumerable
            .Range(0, Rounds)
            .Select(_ => Time(detector, signature, text))
            .TakeUntil((double)Aim * length / Length)
            .Min();
    }

    private static double Time(SecretDetector detector, string signature, string text)
    {
        var search = new DetectorSearch();
        var start = Milliseconds();
        for (
            var at = text.IndexOf(signature, StringComparison.Ordinal);
            at >= 0;
            at = text.IndexOf(signature, at + 1, StringComparison.Ordinal)
        )
        {
            if (detector.AtSignature(text, at, ref search) is not null)
            {
                // No near miss: what is found is more than looked at.
                return 0;
            }
        }

        return Milliseconds() - start;
    }

    // What others do on the machine does not count.
    private static double Milliseconds() => Environment.CpuUsage.TotalTime.TotalMilliseconds;

    private static string Repeat(string part, int length)
    {
        var text = new StringBuilder(length + part.Length);
        while (text.Length < length)
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
