using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using Governance.Engine.Secrets.Detection;
using YamlDotNet.RepresentationModel;

namespace Governance.Engine.Tests.Secrets;

/// <summary>No pattern of a detector can be made to go back without end: what it repeats has bounds, and is divided in one way only.</summary>
public sealed class DetectorPatternTests
{
    public static TheoryData<string, string> Patterns()
    {
        var data = new TheoryData<string, string>();
        foreach (var path in Directory.EnumerateFiles(Folder, "*.yml").Order(StringComparer.Ordinal))
        {
            var stream = new YamlStream();
            using var reader = new StreamReader(path);
            stream.Load(reader);
            foreach (
                var detector in ((YamlMappingNode)stream.Documents[0].RootNode)["detectors"] as YamlSequenceNode ?? []
            )
            {
                var pattern = detector.Children("pattern") ?? detector.Children("value")!;
                data.Add(detector.Children("id")!, pattern);
            }
        }

        return data;
    }

    private static string Folder => Path.Combine(SourceTree.Root, "rules", "credentials", "detectors");

    [Theory]
    [MemberData(nameof(Patterns))]
    public void A_pattern_is_divided_in_one_way_only(string id, string pattern) =>
        Assert.True(Flaw(PatternReader.Read(pattern)) is null, $"{id}: {Flaw(PatternReader.Read(pattern))}");

    [Theory]
    [InlineData("(?:a+)+", true)]
    [InlineData("(?:a{1,9}){2,9}", true)]
    [InlineData("(?:[a-z]{1,80}-?){0,20}", true)]
    [InlineData("(?:x|[a-z ]{1,80}){0,20}", true)]
    [InlineData("(?=(?:a{1,9}){2,9})", true)]
    [InlineData("(?:a|b)+c", true)]
    [InlineData("(?:[a-z]{1,80} ){0,6}", false)]
    [InlineData("(?>[a-z]{1,80}){0,20}", false)]
    [InlineData("(?:[0-9a-f]{4}-){3}[0-9a-f]{12}", false)]
    [InlineData("[a-z]{1,80}", false)]
    public void The_flaw_is_seen(string pattern, bool expected) =>
        Assert.Equal(expected, Flaw(PatternReader.Read(pattern)) is not null);

    private static string? Flaw(PatternPart part) =>
        part switch
        {
            PatternPart.Row row => row.Parts.Select(Flaw).FirstOrDefault(static flaw => flaw is not null),
            PatternPart.Choice choice => choice.Branches.Select(Flaw).FirstOrDefault(static flaw => flaw is not null),
            PatternPart.Atomic atomic => Flaw(atomic.Part),
            PatternPart.Look look => Flaw(look.Part),
            PatternPart.Repeat { Most: int.MaxValue, Part: not PatternPart.One } => "a group is repeated without bound",
            PatternPart.Repeat { Most: > 1 } repeat when Meets(Ends(repeat.Part), Begins(repeat.Part)) =>
                "what is repeated ends in what it may begin with, as often as it likes",
            PatternPart.Repeat repeat => Flaw(repeat.Part),
            _ => null,
        };

    private static bool Meets(SignSet one, SignSet other) =>
        (one.Low & other.Low) != 0 || (one.High & other.High) != 0 || (one.HasOthers && other.HasOthers);

    /// <summary>What it may begin with.</summary>
    private static SignSet Begins(PatternPart part) =>
        part switch
        {
            PatternPart.One one => one.Members,
            PatternPart.Choice choice => choice.Branches.Select(Begins).Aggregate(default(SignSet), Union),
            PatternPart.Atomic atomic => Begins(atomic.Part),
            PatternPart.Repeat repeat => Begins(repeat.Part),
            PatternPart.Row row => row
                .Parts.TakeThrough(static one => !IsEmpty(one))
                .Select(Begins)
                .Aggregate(default(SignSet), Union),
            _ => default,
        };

    /// <summary>What it has at its end in a number that is not fixed.</summary>
    private static SignSet Ends(PatternPart part) =>
        part switch
        {
            PatternPart.Choice choice => choice.Branches.Select(Ends).Aggregate(default(SignSet), Union),
            PatternPart.Repeat repeat when repeat.Least != repeat.Most => Union(Begins(repeat.Part), Ends(repeat.Part)),
            PatternPart.Repeat repeat => Ends(repeat.Part),
            PatternPart.Row row => row
                .Parts.Reverse()
                .TakeThrough(static one => !IsEmpty(one))
                .Select(Ends)
                .Aggregate(default(SignSet), Union),
            _ => default,
        };

    private static bool IsEmpty(PatternPart part) =>
        part switch
        {
            PatternPart.Row row => row.Parts.All(IsEmpty),
            PatternPart.Choice choice => choice.Branches.Any(IsEmpty),
            PatternPart.Atomic atomic => IsEmpty(atomic.Part),
            PatternPart.Repeat repeat => repeat.Least == 0 || IsEmpty(repeat.Part),
            PatternPart.Look => true,
            _ => false,
        };

    private static SignSet Union(SignSet one, SignSet other) => one.Or(other);
}

/// <summary>Reading a detector's record.</summary>
file static class Record
{
    public static string? Children(this YamlNode node, string key) =>
        ((YamlMappingNode)node).Children.TryGetValue(key, out var value) ? ((YamlScalarNode)value).Value : null;

    /// <summary>All up to the first that is so, and that.</summary>
    public static IEnumerable<T> TakeThrough<T>(this IEnumerable<T> all, Func<T, bool> isLast)
    {
        foreach (var one in all)
        {
            yield return one;
            if (isLast(one))
            {
                yield break;
            }
        }
    }
}
